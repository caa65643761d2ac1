package dev.nightjar.run.report;

import static dev.nightjar.run.report.Headline.Tone.BAD;
import static dev.nightjar.run.report.Headline.Tone.GOOD;
import static dev.nightjar.run.report.Headline.Tone.OPEN;

import dev.nightjar.core.gate.GateResult;
import dev.nightjar.core.night.ModelVersion;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.Verdict;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Says in words what became of a training run. */
final class TrainingHeadline {
    private TrainingHeadline() {}

    static Headline of(TrainingFacts facts, TrainingReport report) {
        Outcome outcome = report.outcome();
        if (outcome == Outcome.RELEASED) {
            return released(facts, report);
        }
        if (outcome == Outcome.REJECTED) {
            return rejected(report);
        }
        List<String> reasons =
                facts.general().failures().stream()
                        .map(
                                failure ->
                                        failure.state()
                                                + ": "
                                                + Figures.shortened(failure.cause(), 300))
                        .limit(3)
                        .toList();
        return new Headline(
                OPEN,
                outcome == null ? "NOT FINISHED" : outcome.toString(),
                "No model was released or rejected; what served goes on serving.",
                reasons,
                report.hint());
    }

    private static Headline released(TrainingFacts facts, TrainingReport report) {
        String model = shown(report.serving());
        String previous = facts.released() == null ? null : facts.released().move().previous();
        String sentence =
                "Model "
                        + model
                        + " serves "
                        + report.run().pipeline()
                        + (previous == null
                                ? "; nothing served before."
                                : " in place of " + shown(previous) + ".");
        return new Headline(GOOD, "RELEASED", sentence, gates(report.verdict()), report.hint());
    }

    private static Headline rejected(TrainingReport report) {
        TrainingReport.Judged challenger = report.challenger();
        String sentence =
                "Model "
                        + (challenger == null ? "" : challenger.shown() + " ")
                        + "was not good enough; "
                        + (report.serving() == null
                                ? "nothing serves yet."
                                : shown(report.serving()) + " goes on serving.");
        return new Headline(BAD, "REJECTED", sentence, closed(report.verdict()), report.hint());
    }

    private static List<String> gates(@Nullable Verdict verdict) {
        if (verdict == null || verdict.gates().isEmpty()) {
            return List.of();
        }
        int gates = verdict.gates().size();
        return switch (gates) {
            case 1 -> List.of("Its one gate is open.");
            case 2 -> List.of("Both gates are open.");
            default -> List.of("All " + gates + " gates are open.");
        };
    }

    private static List<String> closed(@Nullable Verdict verdict) {
        return verdict == null
                ? List.of()
                : verdict.gates().stream()
                        .filter(gate -> !gate.passed())
                        .map((GateResult gate) -> GateDistance.of(gate).reason())
                        .toList();
    }

    private static String shown(@Nullable String version) {
        return version == null ? Figures.NONE : ModelVersion.shown(version);
    }
}
