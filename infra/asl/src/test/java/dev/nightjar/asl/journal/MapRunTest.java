package dev.nightjar.asl.journal;

import static dev.nightjar.asl.journal.DurableWorkbench.ARN;
import static dev.nightjar.asl.journal.DurableWorkbench.types;
import static dev.nightjar.asl.journal.Machines.json;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.run.ChildDescription;
import dev.nightjar.asl.run.Execution;
import dev.nightjar.asl.run.ExecutionFamily;
import dev.nightjar.asl.run.ExecutionJournal;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.ExecutionStatus;
import dev.nightjar.asl.run.MapRunCounts;
import dev.nightjar.asl.run.MapRunDescription;
import dev.nightjar.asl.run.MapRunStatus;
import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class MapRunTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    /** Every tenth child waits for an hour before its task. */
    private static StateMachine machine(int items, String limits, String errors) {
        return Machines.of(
                "Each",
                """
                "Each": {"Type": "Map", "Items": "{%% [1..%d] %%}", %s "Next": "After",
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    "StartAt": "Rest", "States": {
                    "Rest": {"Type": "Wait", "Seconds": "{%% $states.input %% 10 = 0 ? 3600 : 0 %%}", "Next": "Work"},
                    "Work": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:work",
                      "Arguments": "{%% $states.input %%}", %s "End": true},
                    "Caught": {"Type": "Pass", "Output": "caught", "End": true}}}},
                "After": {"Type": "Pass", "End": true,
                  "Output": "{%% {'results': $count($states.input), 'caught': $count($states.input[$ = 'caught'])} %%}"}
                """
                        .formatted(items, limits, errors));
    }

    private static final String CATCH =
            "\"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Caught\"}],";

    private final MemoryJournals journals = new MemoryJournals();

    private DurableWorkbench everyTenthFails() {
        return new DurableWorkbench(
                journals,
                START,
                call -> {
                    if (call.arguments().intValue() % 10 == 0) {
                        throw new TaskFailure("Broken", "tenth");
                    }
                    return call.arguments();
                });
    }

    private static JsonNode answer(TaskCall call) {
        return call.arguments();
    }

    @Test
    void endsInTheNextStateWhenATenthOfTenThousandIsCaught() throws Exception {
        Execution execution = everyTenthFails().start(machine(10_000, "", CATCH));

        ExecutionResult result = execution.await();

        assertThat(result.output()).isEqualTo(json("{'results': 10000, 'caught': 1000}"));
        assertThat(execution.history()).hasSizeLessThan(1_000);
        assertThat(counts(execution).succeeded()).isEqualTo(10_000);
    }

    private static MapRunCounts counts(Execution execution) {
        return execution.mapRuns().getFirst().executionCounts();
    }

    @Test
    void redrivesExactlyThoseThatDidNotSucceed() throws Exception {
        Execution first = everyTenthFails().start(machine(10_000, "", ""));
        assertThat(first.await().error()).isEqualTo("States.ExceedToleratedFailureThreshold");
        assertThat(counts(first).succeeded()).isEqualTo(9_000);

        DurableWorkbench second = new DurableWorkbench(journals, START, MapRunTest::answer);
        Execution execution = second.engine.redrive(ARN);

        assertThat(execution.await().output()).isEqualTo(json("{'results': 10000, 'caught': 0}"));
        assertThat(second.calls).hasSize(1_000).allMatch(call -> call.endsWith("0 0"));
        assertThat(execution.history()).hasSizeLessThan(1_000);
        assertThat(counts(execution).succeeded()).isEqualTo(10_000);
    }

    @Test
    void recordsTheAbortedChildrenWhenTheThresholdIsExceeded() throws Exception {
        DurableWorkbench bench =
                sleeping(
                        call -> {
                            if (call.arguments().intValue() == 1) {
                                throw new TaskFailure("Broken", null);
                            }
                        });

        Execution execution = bench.start(machine(5, "\"MaxConcurrency\": 3,", ""));
        execution.await();

        assertThat(execution.mapRuns().getFirst().status()).isEqualTo(MapRunStatus.FAILED);
        assertThat(counts(execution)).isEqualTo(new MapRunCounts(2, 0, 0, 1, 0, 2, 0, 5, 0));
        assertThat(children())
                .extracting(ChildDescription::status)
                .containsExactlyInAnyOrder(
                        ExecutionStatus.FAILED, ExecutionStatus.ABORTED, ExecutionStatus.ABORTED);
        assertThat(described()).isEqualTo(execution.mapRuns());
        assertThat(types(execution)).containsSequence("MapRunFailed", "MapStateFailed");
    }

    private interface First {
        void accept(TaskCall call) throws TaskFailure;
    }

    /** Each task does something first, and then takes an hour. */
    private DurableWorkbench sleeping(First first) {
        DurableWorkbench[] self = new DurableWorkbench[1];
        self[0] =
                new DurableWorkbench(
                        journals,
                        START,
                        call -> {
                            first.accept(call);
                            self[0].clock.sleep(Duration.ofHours(1));
                            return call.arguments();
                        });
        return self[0];
    }

    private ExecutionFamily family() {
        try (ExecutionJournal journal = journals.open(ARN)) {
            ExecutionFamily family = new ExecutionFamily(journal.start());
            journal.read(family);
            return family;
        }
    }

    private List<ChildDescription> children() {
        return family().children();
    }

    private List<MapRunDescription> described() {
        return family().mapRuns();
    }

    @Test
    void countsWhileItRuns() throws Exception {
        DurableWorkbench[] bench = new DurableWorkbench[1];
        Execution[] execution = new Execution[1];
        MapRunCounts[] seen = new MapRunCounts[1];
        bench[0] =
                new DurableWorkbench(
                        journals,
                        START,
                        call -> {
                            if (call.arguments().intValue() == 4) {
                                seen[0] = counts(execution[0]);
                            }
                            return call.arguments();
                        });
        execution[0] = bench[0].start(machine(6, "\"MaxConcurrency\": 1,", ""));

        execution[0].await();

        assertThat(requireNonNull(seen[0])).isEqualTo(new MapRunCounts(2, 1, 3, 0, 0, 0, 0, 6, 0));
    }

    private Execution abortedAtTheSecondItem() throws InterruptedException {
        Execution[] execution = new Execution[1];
        DurableWorkbench bench =
                sleeping(
                        call -> {
                            if (call.arguments().intValue() == 2) {
                                execution[0].abort("Stopped", "by hand");
                            }
                        });
        execution[0] = bench.start(machine(4, "\"MaxConcurrency\": 1,", ""));
        assertThat(execution[0].await().status()).isEqualTo(ExecutionStatus.ABORTED);
        return execution[0];
    }

    @Test
    void isAbortedWithItsExecution() throws Exception {
        Execution execution = abortedAtTheSecondItem();

        assertThat(execution.mapRuns().getFirst().status()).isEqualTo(MapRunStatus.ABORTED);
        assertThat(counts(execution)).isEqualTo(new MapRunCounts(2, 0, 1, 0, 0, 1, 0, 4, 0));
        assertThat(described()).isEqualTo(execution.mapRuns());
    }

    @Test
    void redrivesAfterAnAbort() throws Exception {
        abortedAtTheSecondItem();
        DurableWorkbench second = new DurableWorkbench(journals, START, MapRunTest::answer);

        ExecutionResult result = second.engine.redrive(ARN).await();

        assertThat(result.output()).isEqualTo(json("{'results': 4, 'caught': 0}"));
        assertThat(second.calls).containsExactly("2 0", "3 0", "4 0");
    }

    @Test
    void startsAnewWhenItsResultWasTooLarge() throws Exception {
        String big =
                "\"Output\": \"{% $states.context.Execution.RedriveCount = 0 ? $join([1..20000].('x')) : 1 %}\",";
        DurableWorkbench first = new DurableWorkbench(journals, START, MapRunTest::answer);
        assertThat(first.start(machine(20, "", big)).await().error())
                .isEqualTo("States.DataLimitExceeded");

        DurableWorkbench second = new DurableWorkbench(journals, START, MapRunTest::answer);
        Execution execution = second.engine.redrive(ARN);
        execution.await();

        assertThat(second.calls).hasSize(20);
        assertThat(execution.mapRuns()).hasSize(2);
    }
}
