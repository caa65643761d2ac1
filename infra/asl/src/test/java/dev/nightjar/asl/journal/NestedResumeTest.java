package dev.nightjar.asl.journal;

import static dev.nightjar.asl.journal.DurableWorkbench.ARN;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.StartRequest;
import dev.nightjar.asl.run.VirtualClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Executions that Tasks start, and distributed Maps within distributed Maps. */
class NestedResumeTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final String INNER = "arn:aws:states:here:000000000000:stateMachine:inner";

    private final List<String> calls = new ArrayList<>();

    private final StateMachine outer =
            Machines.of(
                    "Start",
                    """
                    "Start": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
                      "Arguments": {"StateMachineArn": "%s", "Input": {"n": 1}},
                      "Output": "{%% $states.result.Output %%}", "End": true}
                    """
                            .formatted(INNER));

    private final StateMachine inner =
            Machines.of(
                    "Work",
                    """
                    "Work": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:work", "Next": "Rest"},
                    "Rest": {"Type": "Wait", "Seconds": 10, "Next": "Again"},
                    "Again": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:work", "End": true}
                    """);

    private Engine engine(Path folder) {
        return Engine.builder()
                .clock(new VirtualClock(START))
                .random(new SplittableRandom(3))
                .journals(new JournalFolder(folder, Syncing.NEVER))
                .machine(INNER, inner)
                .handler(
                        Machines.TASK,
                        call -> {
                            calls.add(call.stateName());
                            return call.arguments();
                        })
                .build();
    }

    /** Copies all files, of the outer execution only so many lines. */
    private static void copy(Path from, Path to, int outerLines, int innerLines) throws Exception {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.resolveSibling("."));
                if (!file.endsWith("history.jsonl")) {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                    continue;
                }
                boolean isOuter = file.startsWith(from.resolve("night"));
                List<String> lines = Files.readAllLines(file);
                int kept = isOuter ? outerLines : innerLines;
                Files.write(target, lines.subList(0, Math.min(kept, lines.size())));
            }
        }
    }

    @Test
    void takesUpTheExecutionThatItsTaskStarted(@TempDir Path folder, @TempDir Path other)
            throws Exception {
        ExecutionResult whole =
                engine(folder)
                        .start(outer, StartRequest.here("night", "run", Machines.json("{}")))
                        .await();
        assertThat(whole.succeeded()).as(whole.toString()).isTrue();
        calls.clear();
        // Before the task's answer; the nested one in its Wait.
        copy(folder, other, 4, 7);

        assertThat(engine(other).resume(ARN).await().output()).isEqualTo(whole.output());
        assertThat(calls).containsExactly("Again");
        assertThat(new JournalFolder(other).executions()).hasSize(2);
    }

    @Test
    void takesTheAnswerOfANestedExecutionThatHasEnded(@TempDir Path folder, @TempDir Path other)
            throws Exception {
        ExecutionResult whole =
                engine(folder)
                        .start(outer, StartRequest.here("night", "run", Machines.json("{}")))
                        .await();
        calls.clear();
        copy(folder, other, 4, Integer.MAX_VALUE);

        assertThat(engine(other).resume(ARN).await().output()).isEqualTo(whole.output());
        assertThat(calls).isEmpty();
    }

    @Test
    void endsTheSameWithMapsWithinMapsWhereverItWasKilled() throws Exception {
        String child =
                """
                {"Type": "Map", "Items": "%s", "MaxConcurrency": 2, "End": true,
                 "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                   "StartAt": "%s", "States": {"%s": %s}}}
                """;
        String task =
                """
                {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:work", "End": true,
                 "Arguments": {"key": "{% 'n' & $states.input %}"}, "Output": "{% $states.result.key %}"}
                """;
        String within =
                child.formatted(
                        "{% [$states.input * 10, $states.input * 10 + 1] %}", "Deep", "Deep", task);
        StateMachine machine =
                Machines.of(
                        "Each",
                        "\"Each\": "
                                + child.formatted("{% [1, 2, 3] %}", "Inner", "Inner", within));
        MemoryJournals journals = new MemoryJournals();
        ExecutionResult whole = new DurableWorkbench(journals, START).start(machine).await();
        assertThat(whole.output())
                .isEqualTo(Machines.json("[['n10', 'n11'], ['n20', 'n21'], ['n30', 'n31']]"));

        for (int killed = 0; killed < journals.steps(ARN); killed++) {
            DurableWorkbench next = new DurableWorkbench(journals.killedAfter(ARN, killed), START);
            assertThat(next.engine.resume(ARN).await().output())
                    .as("killed after step " + killed)
                    .isEqualTo(whole.output());
        }
    }
}
