package dev.nightjar.asl.journal;

import static dev.nightjar.asl.journal.DurableWorkbench.ARN;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.Execution;
import dev.nightjar.asl.run.ExecutionJournal;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.ExecutionStatus;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.JournalRecord;
import dev.nightjar.asl.run.TaskFailure;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class ResumeTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final MemoryJournals journals = new MemoryJournals();
    private final DurableWorkbench bench = new DurableWorkbench(journals, START);

    @Test
    void endsTheSameWhereverItWasKilled() throws Exception {
        ExecutionResult undisturbed = bench.start(Machines.everything(5)).await();
        assertThat(undisturbed.succeeded()).as(undisturbed.toString()).isTrue();

        int steps = journals.steps(ARN);
        for (int killed = 0; killed < steps; killed++) {
            DurableWorkbench next = new DurableWorkbench(journals.killedAfter(ARN, killed), START);
            Execution execution = next.engine.resume(ARN);
            ExecutionResult result = execution.await();
            assertThat(result.output())
                    .as("killed after " + killed + " of " + steps + ": " + result)
                    .isEqualTo(undisturbed.output());
            assertContiguous(execution.history());
        }
    }

    private static void assertContiguous(List<HistoryEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).id()).isEqualTo(i + 1);
            assertThat(events.get(i).previousEventId()).isLessThan(i + 1);
        }
    }

    private Execution resumedAfter(String eventType, Instant now, DurableWorkbench[] process) {
        MemoryJournals killed = journals.killedAfter(ARN, stepOf(eventType));
        process[0] = new DurableWorkbench(killed, now);
        return process[0].engine.resume(ARN);
    }

    /** The number of the step in which the execution had the last event of that type. */
    private int stepOf(String eventType) {
        for (int steps = journals.steps(ARN); steps > 0; steps--) {
            MemoryJournals before = journals.killedAfter(ARN, steps - 1);
            MemoryJournals after = journals.killedAfter(ARN, steps);
            if (count(after, eventType) > count(before, eventType)) {
                return steps;
            }
        }
        throw new IllegalArgumentException("no " + eventType);
    }

    private static long count(MemoryJournals some, String eventType) {
        List<JournalRecord> records = new ArrayList<>();
        try (ExecutionJournal journal = some.open(ARN)) {
            journal.read(records::add);
        }
        return records.stream()
                .filter(
                        record ->
                                record instanceof JournalRecord.Happened happened
                                        && happened.event().type().awsName().equals(eventType))
                .count();
    }

    @Test
    void waitsForWhatIsLeftOfAWait() throws Exception {
        bench.start(
                        Machines.of(
                                "Rest",
                                "\"Rest\": {\"Type\": \"Wait\", \"Seconds\": 100, \"End\": true}"))
                .await();
        DurableWorkbench[] next = new DurableWorkbench[1];

        ExecutionResult result =
                resumedAfter("WaitStateEntered", START.plusSeconds(70), next).await();

        assertThat(result.stoppedAt()).isEqualTo(START.plusSeconds(100));
        assertThat(result.startedAt()).isEqualTo(START);
    }

    @Test
    void leavesAWaitThatIsOverAtOnce() throws Exception {
        bench.start(
                        Machines.of(
                                "Rest",
                                "\"Rest\": {\"Type\": \"Wait\", \"Seconds\": 100, \"End\": true}"))
                .await();

        ExecutionResult result =
                resumedAfter("WaitStateEntered", START.plusSeconds(170), new DurableWorkbench[1])
                        .await();

        assertThat(result.stoppedAt()).isEqualTo(START.plusSeconds(170));
    }

    private static final String RETRIED =
            """
            "Call": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:work", "End": true,
              "Arguments": {"key": "call", "fail": 2},
              "Retry": [{"ErrorEquals": ["Broken"], "IntervalSeconds": 100, "MaxAttempts": 3}]}
            """;

    @Test
    void waitsForWhatIsLeftOfARetryPause() throws Exception {
        bench.start(Machines.of("Call", RETRIED)).await();
        DurableWorkbench[] next = new DurableWorkbench[1];

        ExecutionResult result = resumedAfter("TaskFailed", START.plusSeconds(150), next).await();

        assertThat(next[0].calls).containsExactly("call 2");
        assertThat(result.stoppedAt()).isEqualTo(START.plusSeconds(300));
    }

    @Test
    void callsATaskAgainThatWasUnderWayWithTheSameRetryCount() throws Exception {
        bench.start(Machines.of("Call", RETRIED)).await();
        DurableWorkbench[] next = new DurableWorkbench[1];

        Execution execution = resumedAfter("TaskStarted", START.plusSeconds(400), next);

        assertThat(execution.await().succeeded()).isTrue();
        assertThat(next[0].calls).containsExactly("call 2");
    }

    @Test
    void timesOutWhenTheOriginalTimeIsUp() throws Exception {
        bench.start(
                        Machines.of(
                                "A",
                                """
                                "A": {"Type": "Wait", "Seconds": 10, "Next": "B"},
                                "B": {"Type": "Wait", "Seconds": 1000, "End": true}
                                """,
                                "\"TimeoutSeconds\": 60,"))
                .await();

        ExecutionResult result =
                resumedAfter("WaitStateExited", START.plusSeconds(30), new DurableWorkbench[1])
                        .await();

        assertThat(result.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(result.stoppedAt()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void neverRunsAChildAgainWhoseEndIsWritten() throws Exception {
        bench.start(Machines.everything(9)).await();
        int steps = journals.steps(ARN);
        for (int killed = steps / 2; killed < steps; killed += 7) {
            MemoryJournals copy = journals.killedAfter(ARN, killed);
            List<String> ended = endedItems(copy);
            DurableWorkbench next = new DurableWorkbench(copy, START);

            next.engine.resume(ARN).await();

            assertThat(next.calls)
                    .noneMatch(call -> ended.contains(call.substring(0, call.indexOf(" "))));
        }
    }

    private static List<String> endedItems(MemoryJournals some) {
        List<String> items = new ArrayList<>();
        try (ExecutionJournal journal = some.open(ARN)) {
            journal.read(
                    record -> {
                        if (record instanceof JournalRecord.Happened happened
                                && record.child() != null
                                && happened.event().type() == EventType.EXECUTION_SUCCEEDED) {
                            items.add(happened.event().details().get("output").stringValue());
                        }
                    });
        }
        return items;
    }

    @Test
    void goesOnInTheSameWayEachTimeForTheSameSeed() throws Exception {
        StateMachine machine =
                Machines.of(
                        "Draw",
                        """
                        "Draw": {"Type": "Pass", "Assign": {"first": "{% $uuid() %}"}, "Next": "Rest"},
                        "Rest": {"Type": "Wait", "Seconds": 1, "Next": "Again"},
                        "Again": {"Type": "Pass", "Output": "{% [$first, $uuid(), $random()] %}", "End": true}
                        """);
        bench.start(machine).await();

        List<HistoryEvent> once = afterWait();
        List<HistoryEvent> twice = afterWait();

        assertThat(once).isEqualTo(twice);
        JsonNode drawn = once.getLast().details().get("output");
        assertThat(drawn.get(0)).isNotEqualTo(drawn.get(1));
    }

    private List<HistoryEvent> afterWait() throws InterruptedException {
        Execution execution = resumedAfter("WaitStateEntered", START, new DurableWorkbench[1]);
        execution.await();
        return execution.history();
    }

    @Test
    void endsTheSameWhereverARedriveWasKilled() throws Exception {
        DurableWorkbench failing =
                new DurableWorkbench(
                        journals,
                        START,
                        call -> {
                            if (call.arguments().path("key").asString("").equals("many4")) {
                                throw new TaskFailure("Permanent", null);
                            }
                            return DurableWorkbench.failsAtFirst(call);
                        });
        assertThat(failing.start(Machines.everything(6)).await().succeeded()).isFalse();
        int before = journals.steps(ARN);
        ExecutionResult undisturbed =
                new DurableWorkbench(journals, START).engine.redrive(ARN).await();
        assertThat(undisturbed.succeeded()).isTrue();

        for (int killed = before + 1; killed < journals.steps(ARN); killed++) {
            DurableWorkbench next = new DurableWorkbench(journals.killedAfter(ARN, killed), START);
            ExecutionResult result = next.engine.resume(ARN).await();
            assertThat(result.output())
                    .as("killed after step " + killed + ": " + result)
                    .isEqualTo(undisturbed.output());
        }
    }
}
