package dev.nightjar.pipeline.file;

import dev.nightjar.core.definition.Task;
import dev.nightjar.core.gate.Gate;
import dev.nightjar.core.gate.Gate.Reading.Parsed;
import dev.nightjar.core.gate.Gate.Reading.Refused;
import dev.nightjar.core.gate.Metric;

import java.util.List;
import java.util.Optional;

/** Gates that can be read, on metrics that the label's task has; and an objective that it has. */
final class MetricRule implements Rule {
    private static final String OBJECTIVE = "/training/objective";

    @Override
    public void check(Document document, Facts facts, Problems problems) {
        checkObjective(document, facts, problems);
        if (!document.at("/gates").map(node -> node.isArray()).orElse(false)) {
            return;
        }
        for (String gate : document.members("/gates")) {
            if (problems.sound(document, gate)) {
                checkGate(document, facts, problems, gate);
            }
        }
    }

    private static void checkObjective(Document document, Facts facts, Problems problems) {
        if (!problems.sound(document, OBJECTIVE) || facts.task().isEmpty()) {
            return;
        }
        Task task = facts.task().get();
        Optional<Metric> metric = Metric.named(document.written(OBJECTIVE));
        if (metric.isPresent() && !metric.get().fits(task)) {
            List<String> fitting =
                    Metric.of(task).stream()
                            .filter(Metric::judgesPredictions)
                            .map(Metric::toString)
                            .toList();
            problems.error(
                    document,
                    OBJECTIVE,
                    "objective-of-another-task",
                    "objective " + metric.get() + " is not measured of a " + task + " label",
                    "Write one of: " + String.join(", ", fitting));
        }
    }

    private static void checkGate(
            Document document, Facts facts, Problems problems, String pointer) {
        switch (Gate.parse(document.written(pointer))) {
            case Refused refused ->
                    problems.error(document, pointer, "gate", refused.message(), refused.remedy());
            case Parsed(Gate gate) -> {
                checkTask(document, facts, problems, pointer, gate);
                checkDirection(document, problems, pointer, gate);
            }
        }
    }

    private static void checkTask(
            Document document, Facts facts, Problems problems, String pointer, Gate gate) {
        Optional<Task> task = facts.task();
        if (task.isPresent() && !gate.metric().fits(task.get())) {
            List<String> fitting = Metric.of(task.get()).stream().map(Metric::toString).toList();
            problems.error(
                    document,
                    pointer,
                    "gate-of-another-task",
                    "gate '"
                            + gate.text()
                            + "': "
                            + gate.metric()
                            + " is not measured of a "
                            + task.get()
                            + " label",
                    "Metrics of it: " + String.join(", ", fitting));
        }
    }

    /** An upper bound of what should be high may be meant: too good is suspicious. */
    private static void checkDirection(
            Document document, Problems problems, String pointer, Gate gate) {
        boolean high = gate.metric().higherIsBetter();
        if (high != gate.comparison().wantsHigh() && problems.untouched(pointer)) {
            problems.warning(
                    document,
                    pointer,
                    "gate-direction",
                    "gate '" + gate.text() + "' closes for the better models",
                    gate.metric()
                            + " is better when "
                            + (high ? "higher" : "lower")
                            + ": write "
                            + (high ? ">=" : "<=")
                            + " unless you mean it");
        }
    }
}
