package dev.nightjar.run.report;

import dev.nightjar.core.definition.CandidateSettings;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every point of the grid, and which was chosen. */
record CandidatesSection(TrainingReport report, @Nullable String objective) implements Section {
    @Override
    public String step() {
        return "TrainCandidate";
    }

    @Override
    public String title() {
        return "Candidates";
    }

    @Override
    public boolean stands() {
        return !report.candidates().isEmpty();
    }

    @Override
    public void writeTo(Markup out) {
        Set<String> metrics = new LinkedHashSet<>();
        for (TrainingReport.Candidate candidate : report.candidates()) {
            metrics.addAll(MetricsSection.names(candidate.metrics(), new TreeMap<>()));
        }
        Table table = new Table().number("#").words("Trainer").words("Settings");
        metrics.forEach(table::number);
        table.number("Training").words("");
        for (TrainingReport.Candidate candidate : report.candidates()) {
            table.row(candidate.chosen(), cells(candidate, metrics));
        }
        table.writeTo(out);
        out.leaf("p", "note", note());
    }

    private String note() {
        boolean validated = report.rows() != null && report.rows().validation() > 0;
        String where = validated ? "validation rows" : "holdout rows";
        return "Measured on "
                + where
                + (objective == null ? "." : "; " + objective + " chose.")
                + (report.candidates().size() == TrainingReport.MOST_CANDIDATES
                        ? " The first " + TrainingReport.MOST_CANDIDATES + " are listed."
                        : "");
    }

    private static List<Cell> cells(TrainingReport.Candidate candidate, Set<String> metrics) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(Integer.toString(candidate.item())));
        cells.add(Cell.of(candidate.settings().trainer().toString()));
        cells.add(Cell.muted(settings(candidate.settings())));
        for (String metric : metrics) {
            cells.add(Cell.of(Figures.metric(metric, candidate.metrics().get(metric), 0)));
        }
        cells.add(Cell.of(Figures.duration(candidate.trainingSeconds())));
        cells.add(remark(candidate));
        return cells;
    }

    private static Cell remark(TrainingReport.Candidate candidate) {
        String problem = candidate.problem();
        if (problem != null) {
            return Cell.bad("not trained: " + Figures.shortened(problem, 200));
        }
        if (candidate.chosen()) {
            return Cell.good("✓ chosen");
        }
        return Cell.muted(
                candidate.takenFrom() == null
                        ? ""
                        : "trained by attempt " + candidate.takenFrom().attempt());
    }

    static String settings(CandidateSettings settings) {
        return settings.settings().entrySet().stream()
                .map(setting -> setting.getKey() + " " + Figures.plain(setting.getValue()))
                .collect(Collectors.joining(", "));
    }
}
