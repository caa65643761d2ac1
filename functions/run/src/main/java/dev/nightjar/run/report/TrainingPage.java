package dev.nightjar.run.report;

import dev.nightjar.core.definition.Training;
import dev.nightjar.core.gate.Metric;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.TrainingRows;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The page of a training run. */
final class TrainingPage {
    private TrainingPage() {}

    static Page of(TrainingFacts facts, TrainingReport report) {
        return new Page(
                facts.general(),
                TrainingHeadline.of(facts, report),
                tiles(facts, report),
                List.of(
                        new FailuresSection(facts.general()),
                        new GatesSection(report),
                        new MetricsSection(report),
                        new CurvesSection(report),
                        new CandidatesSection(report, objective(facts)),
                        new RowsSection(facts, report),
                        new InputsSection("PrepareData", facts.general(), report.inputs()),
                        new ModelSection(facts, report),
                        new FilesSection(facts.general(), files(facts))));
    }

    private static List<Tile> tiles(TrainingFacts facts, TrainingReport report) {
        List<Tile> tiles = new ArrayList<>();
        quality(facts, report).ifPresent(tiles::add);
        TrainingRows rows = report.rows();
        if (rows != null) {
            tiles.add(
                    new Tile(
                            "Learned from",
                            Figures.count(rows.training()) + " rows",
                            Figures.count(rows.holdout()) + " held out to judge"));
            tiles.add(
                    new Tile(
                            "Quarantined",
                            Figures.share(rows.quarantined(), rows.read()),
                            Figures.count(rows.quarantined(), "row of ", "rows of ")
                                    + Figures.count(rows.read())));
        }
        if (!report.candidates().isEmpty()) {
            tiles.add(candidates(facts));
        }
        Double seconds = report.secondsTrainEndToServing();
        if (seconds != null) {
            tiles.add(
                    new Tile(
                            "Train to serving",
                            Figures.duration(seconds),
                            "end of training to the pointer's move"));
        }
        return tiles;
    }

    private static Tile candidates(TrainingFacts facts) {
        double seconds =
                facts.candidates().stream()
                        .mapToDouble(made -> made.made().trainingSeconds())
                        .sum();
        int count = facts.candidates().size();
        return new Tile(
                "Candidates",
                Figures.count(count),
                Figures.duration(seconds) + " of training in all");
    }

    private static Optional<Tile> quality(TrainingFacts facts, TrainingReport report) {
        TrainingReport.Judged challenger = report.challenger();
        String metric = objective(facts);
        if (challenger == null || metric == null) {
            return Optional.empty();
        }
        Double value = challenger.metrics().get(metric);
        if (value == null) {
            return Optional.empty();
        }
        TrainingReport.Judged champion = report.champion();
        Double before = champion == null ? null : champion.metrics().get(metric);
        return Optional.of(
                new Tile(
                        metric + " on holdout",
                        Figures.metric(metric, value),
                        before == null || champion == null
                                ? "nothing served before"
                                : champion.shown() + ": " + Figures.metric(metric, before)));
    }

    /** The metric that chose among the candidates. */
    private static @Nullable String objective(TrainingFacts facts) {
        RunRecord record = facts.general().record();
        Training training = record == null ? null : record.definition().training();
        if (training != null) {
            return training.objective();
        }
        return facts.judged() == null
                ? null
                : facts.judged().metrics().keySet().stream()
                        .filter(name -> Metric.named(name).isPresent())
                        .findFirst()
                        .orElse(null);
    }

    private static List<FilesSection.File> files(TrainingFacts facts) {
        List<FilesSection.File> files = new ArrayList<>();
        if (facts.data() != null) {
            files.add(new FilesSection.File("Training rows", facts.data().training()));
            if (facts.data().validation() != null) {
                files.add(new FilesSection.File("Validation rows", facts.data().validation()));
            }
            files.add(new FilesSection.File("Holdout rows", facts.data().holdout()));
            files.add(new FilesSection.File("Quarantine", facts.data().quarantine()));
            files.add(new FilesSection.File("Profile of the data", facts.data().profile()));
        }
        facts.chosen()
                .ifPresent(
                        chosen -> {
                            FilesSection.add(files, "Chosen model (Tribuo)", chosen.tribuo());
                            FilesSection.add(files, "Chosen model (compiled)", chosen.compiled());
                        });
        return files;
    }
}
