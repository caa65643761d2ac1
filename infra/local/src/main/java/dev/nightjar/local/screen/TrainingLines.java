package dev.nightjar.local.screen;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.gate.GateResult;
import dev.nightjar.core.gate.Metric;
import dev.nightjar.core.night.BuiltBundle;
import dev.nightjar.core.night.Evaluation;
import dev.nightjar.core.night.ModelVersion;
import dev.nightjar.core.night.Release;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.Snapshot;
import dev.nightjar.core.night.TrainedCandidate;
import dev.nightjar.core.night.TrainingRows;
import dev.nightjar.local.night.Evaluations;
import dev.nightjar.run.Records;
import dev.nightjar.run.StepRecord;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the steps of a training did, read from their records. */
final class TrainingLines {
    private final Records records;

    TrainingLines(Records records) {
        this.records = requireNonNull(records, "records is null");
    }

    /** The lines of a state that has ended; none for those that people need not see. */
    List<StepLine> of(RunId run, String state) {
        return switch (state) {
            case "PrepareData" -> lines(run, state, Snapshot.class, TrainingLines::prepared);
            case "TrainCandidates" -> trained(run);
            case "EvaluateCandidates" ->
                    Evaluations.last(records, run)
                            .map(evaluation -> evaluated(run, evaluation))
                            .orElse(List.of());
            case "BuildBundle" -> lines(run, state, BuiltBundle.class, TrainingLines::built);
            case "ReleaseModel" ->
                    lines(run, state, Release.class, release -> released(run, release));
            default -> List.of();
        };
    }

    /** Makes a line's text of what a step made. */
    @FunctionalInterface
    interface Words<T> {
        StepLine of(T made);
    }

    private <T> List<StepLine> lines(RunId run, String step, Class<T> type, Words<T> words) {
        Optional<StepRecord<T>> record = records.step(run, step, type);
        return record.map(found -> List.of(noted(words.of(found.made()), found.takenFrom())))
                .orElse(List.of());
    }

    static StepLine noted(StepLine line, @Nullable RunId takenFrom) {
        return takenFrom == null
                ? line
                : new StepLine(
                        line.name(),
                        line.text() + "   (taken over from " + takenFrom + ")",
                        line.outcome());
    }

    private static StepLine prepared(Snapshot snapshot) {
        TrainingRows rows = snapshot.rows();
        StringBuilder text = new StringBuilder(Figures.count(rows.read())).append(" read");
        append(text, rows.repaired(), "repaired");
        append(text, rows.excluded(), "excluded");
        append(text, rows.quarantined(), "quarantined");
        if (rows.quarantined() > 0) {
            double share = (double) rows.quarantined() / rows.read();
            text.append(" (").append(Figures.percent(share)).append(")");
        }
        return new StepLine("PrepareData", text.toString());
    }

    private static void append(StringBuilder text, long rows, String word) {
        if (rows > 0) {
            text.append("   ").append(Figures.count(rows)).append(' ').append(word);
        }
    }

    private List<StepLine> trained(RunId run) {
        int points =
                records.run(run)
                        .map(RunRecord::definition)
                        .map(definition -> definition.training())
                        .map(training -> training.candidates().size())
                        .orElse(0);
        List<StepRecord<TrainedCandidate>> all =
                IntStream.range(0, points)
                        .mapToObj(item -> "TrainCandidate-" + item)
                        .map(step -> records.step(run, step, TrainedCandidate.class))
                        .flatMap(Optional::stream)
                        .toList();
        long failed = all.stream().filter(one -> one.made().problem() != null).count();
        RunId from =
                all.stream()
                        .map(StepRecord::takenFrom)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        String text =
                "%s   %s trained   %s"
                        .formatted(
                                Figures.count(points, "candidate"),
                                Figures.count(all.size() - failed),
                                Figures.seconds(seconds(all)));
        return List.of(noted(new StepLine("TrainCandidate", text), from));
    }

    /** From the first start to the last end: candidates are trained side by side. */
    private static double seconds(List<StepRecord<TrainedCandidate>> candidates) {
        Optional<Instant> start =
                candidates.stream().map(StepRecord::startedAt).min(Comparator.naturalOrder());
        Optional<Instant> end =
                candidates.stream().map(StepRecord::endedAt).max(Comparator.naturalOrder());
        return start.isEmpty() || end.isEmpty()
                ? 0
                : Duration.between(start.get(), end.get()).toMillis() / 1e3;
    }

    private List<StepLine> evaluated(RunId run, Evaluation evaluation) {
        List<StepLine> lines = new ArrayList<>();
        String model =
                records.step(run, "TrainCandidate-" + evaluation.item(), TrainedCandidate.class)
                        .map(record -> shown(record.made().settings()) + "   ")
                        .orElse("");
        String metrics =
                evaluation.metrics().entrySet().stream()
                        .filter(
                                metric ->
                                        Metric.named(metric.getKey())
                                                .map(Metric::judgesPredictions)
                                                .orElse(true))
                        .map(metric -> Figures.metric(metric.getKey(), metric.getValue()))
                        .collect(Collectors.joining("   "));
        lines.add(new StepLine("EvaluateCandidates", model + metrics));
        if (!evaluation.verdict().passed()) {
            List<GateResult> closed =
                    evaluation.verdict().gates().stream().filter(gate -> !gate.passed()).toList();
            for (int i = 0; i < closed.size(); i++) {
                boolean last = i == closed.size() - 1;
                lines.add(new StepLine("gate", closed(closed.get(i)), last ? "REJECTED" : null));
            }
            lines.add(new StepLine("", stays(evaluation)));
        }
        return lines;
    }

    /** {@code boosted-trees 200x4}: rounds and depth say most of it. */
    static String shown(CandidateSettings candidate) {
        Map<String, Double> settings = candidate.settings();
        Double rounds = settings.get("rounds");
        Double depth = settings.get("depth");
        if (rounds != null && depth != null) {
            return String.format(Locale.ROOT, "%s %.0fx%.0f", candidate.trainer(), rounds, depth);
        }
        Double epochs = settings.get("epochs");
        return epochs == null
                ? candidate.trainer().toString()
                : String.format(Locale.ROOT, "%s, %.0f epochs", candidate.trainer(), epochs);
    }

    private static String closed(GateResult gate) {
        StringBuilder text = new StringBuilder(gate.gate());
        Double measured = gate.measured();
        Double required = gate.required();
        if (measured != null && required != null) {
            text.append("     ").append(Figures.metric(measured));
            text.append(measured < required ? " < " : " > ").append(Figures.metric(required));
            text.append("   by ").append(Figures.metric(Math.abs(measured - required)));
        }
        if (gate.note() != null) {
            text.append("   ").append(gate.note());
        }
        return text.toString();
    }

    private static String stays(Evaluation evaluation) {
        String champion = evaluation.champion();
        String stays =
                champion == null
                        ? "nothing serves yet"
                        : "serving stays " + ModelVersion.shown(champion);
        return evaluation.hint() == null ? stays : stays + "   likely cause: " + evaluation.hint();
    }

    private static StepLine built(BuiltBundle bundle) {
        String text =
                String.format(
                        Locale.ROOT,
                        "%s, signed, %d golden rows agree to %.0e",
                        Figures.bytes(bundle.bytes()),
                        bundle.goldenRows(),
                        Math.max(bundle.largestDifference(), 1e-16));
        return new StepLine("BuildBundle", text.replace("e-0", "e-"));
    }

    private StepLine released(RunId run, Release release) {
        String previous = release.move().previous();
        int gates =
                Evaluations.last(records, run)
                        .map(evaluation -> evaluation.verdict().gates().size())
                        .orElse(0);
        String passed =
                switch (gates) {
                    case 0 -> "no gates";
                    case 1 -> "the gate passed";
                    default -> "all " + gates + " gates passed";
                };
        String text =
                "serving: %s → %s   %s"
                        .formatted(
                                previous == null ? "nothing" : ModelVersion.shown(previous),
                                ModelVersion.shown(release.move().model()),
                                passed);
        return new StepLine("ReleaseModel", text, "RELEASED");
    }
}
