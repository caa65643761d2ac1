package dev.nightjar.asl.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.ExecutionStatus;
import dev.nightjar.asl.run.HistoryEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * 10,000 machines that chance has made. Whatever a document is, it is checked to its end; whatever
 * passes the check runs to an end, and again to the same end for the same seed.
 */
final class GeneratedMachinesTest {
    private static final int SEEDS = 10_000;
    private static final int AT_ONCE = 500;
    private static final int FRAMES = 6;

    private static IntStream firstSeeds() {
        return IntStream.iterate(0, seed -> seed < SEEDS, seed -> seed + AT_ONCE);
    }

    @ParameterizedTest
    @MethodSource("firstSeeds")
    void everyMachineIsRefusedOrEndsAndEndsTheSameAgain(int firstSeed) {
        List<String> wrong =
                LongStream.range(firstSeed, firstSeed + AT_ONCE)
                        .parallel()
                        .mapToObj(GeneratedMachinesTest::wrongWith)
                        .filter(found -> !found.isEmpty())
                        .toList();

        assertThat(wrong).isEmpty();
    }

    /** The boundary of the test: whatever is thrown is what it looks for. */
    private static String wrongWith(long seed) {
        GeneratedCase made = GeneratedCase.of(seed);
        try {
            List<Problem> problems = made.problems();
            if (!problems.equals(made.problems())) {
                return named(made, "other problems at the second check");
            }
            if (problems.stream().anyMatch(Problem::isError)) {
                return "";
            }
            GeneratedRun run = GeneratedRun.of(made);
            String broken = brokenRule(run);
            if (!broken.isEmpty()) {
                return named(made, broken);
            }
            return run.histories().equals(GeneratedRun.of(made).histories())
                    ? ""
                    : named(made, "another history for the same seed");
        } catch (InterruptedException | RuntimeException | Error thrown) {
            return named(made, told(thrown));
        }
    }

    private static String told(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        List<StackTraceElement> frames = List.of(root.getStackTrace());
        return root + " from " + frames.subList(0, Math.min(frames.size(), FRAMES));
    }

    private static String named(GeneratedCase made, String what) {
        return "seed %d: %s\n%s\ninput %s".formatted(made.seed(), what, made.text(), made.input());
    }

    /** What every history keeps to, whatever the machine is; empty when this run does. */
    private static String brokenRule(GeneratedRun run) {
        if (!run.ends().keySet().equals(run.histories().keySet())) {
            return "an execution began and never ended";
        }
        for (Map.Entry<String, List<HistoryEvent>> entry : run.histories().entrySet()) {
            ExecutionResult end = run.ends().get(entry.getKey());
            String broken = end == null ? "no end" : brokenRule(entry.getValue(), end);
            if (!broken.isEmpty()) {
                return broken + " in " + entry.getKey();
            }
        }
        return "";
    }

    private static String brokenRule(List<HistoryEvent> history, ExecutionResult end) {
        Instant time = Instant.MIN;
        for (int i = 0; i < history.size(); i++) {
            HistoryEvent event = history.get(i);
            if (event.id() != i + 1) {
                return "event ids have a gap at " + event.id();
            }
            if (event.previousEventId() < 0 || event.previousEventId() >= event.id()) {
                return "event " + event.id() + " follows " + event.previousEventId();
            }
            if (event.timestamp().isBefore(time)) {
                return "time goes back at event " + event.id();
            }
            time = event.timestamp();
        }
        return history.getLast().type() == lastOf(end.status())
                ? ""
                : end.status() + " after " + history.getLast().type();
    }

    private static EventType lastOf(ExecutionStatus status) {
        return switch (status) {
            case SUCCEEDED -> EventType.EXECUTION_SUCCEEDED;
            case FAILED -> EventType.EXECUTION_FAILED;
            case TIMED_OUT -> EventType.EXECUTION_TIMED_OUT;
            case ABORTED -> EventType.EXECUTION_ABORTED;
            case RUNNING -> EventType.EXECUTION_STARTED;
        };
    }

    @Test
    void chanceMakesMachinesOfEveryKind() throws InterruptedException {
        Map<ExecutionStatus, Integer> ended = new EnumMap<>(ExecutionStatus.class);
        List<String> seen = new ArrayList<>();
        int refused = 0;
        for (long seed = 0; seed < AT_ONCE; seed++) {
            GeneratedCase made = GeneratedCase.of(seed);
            if (!made.isRunnable()) {
                refused++;
                continue;
            }
            GeneratedRun run = GeneratedRun.of(made);
            ended.merge(run.result().status(), 1, Integer::sum);
            run.histories()
                    .values()
                    .forEach(all -> all.forEach(event -> seen.add(event.type().awsName())));
        }

        assertThat(refused).isBetween(AT_ONCE / 5, AT_ONCE * 3 / 5);
        assertThat(ended.get(ExecutionStatus.SUCCEEDED)).isGreaterThan(AT_ONCE / 20);
        assertThat(ended.get(ExecutionStatus.FAILED)).isGreaterThan(AT_ONCE / 20);
        assertThat(ended).containsKeys(ExecutionStatus.TIMED_OUT);
        assertThat(seen)
                .contains(
                        "TaskSucceeded",
                        "TaskFailed",
                        "TaskTimedOut",
                        "LambdaFunctionSucceeded",
                        "EvaluationFailed",
                        "WaitStateExited",
                        "ChoiceStateExited",
                        "ParallelStateSucceeded",
                        "MapIterationFailed",
                        "MapRunSucceeded",
                        "MapRunFailed",
                        "FailStateEntered");
    }
}
