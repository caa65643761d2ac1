package dev.nightjar.asl.journal;

import static dev.nightjar.asl.journal.DurableWorkbench.ARN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.run.ChildDescription;
import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.Execution;
import dev.nightjar.asl.run.ExecutionDescription;
import dev.nightjar.asl.run.ExecutionJournal;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.ExecutionStatus;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.JournalRecord;
import dev.nightjar.asl.run.MapRunDescription;
import dev.nightjar.asl.run.MapRunStatus;
import dev.nightjar.asl.run.RefusedException;
import dev.nightjar.asl.run.StartRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class JournalFolderTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir private Path folder;

    private DurableWorkbench process(Path where) {
        return new DurableWorkbench(new JournalFolder(where), START);
    }

    private static Path place(Path where) {
        return where.resolve("night").resolve("run");
    }

    private static Path history(Path where) {
        return place(where).resolve("history.jsonl");
    }

    private ExecutionDescription.Status status() {
        return new JournalFolder(folder).describe(ARN, START).status();
    }

    /** Copies an execution's folder, but for the lock. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(place(to));
        try (var files = Files.list(place(from))) {
            for (Path file : files.toList()) {
                if (!file.endsWith("lock")) {
                    Files.copy(
                            file,
                            place(to).resolve(file.getFileName()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @Test
    void readsTheHistoryThatTheExecutionHad() throws Exception {
        Execution execution = process(folder).start(Machines.everything(4));
        ExecutionResult result = execution.await();

        JournalFolder journals = new JournalFolder(folder);
        assertThat(journals.executions()).containsExactly(ARN);
        assertThat(json(journals.history(ARN))).isEqualTo(json(execution.history()));
        ExecutionDescription description = journals.describe(ARN, START);
        assertThat(description.status()).isEqualTo(ExecutionDescription.Status.SUCCEEDED);
        assertThat(description.output()).isEqualTo(result.output());
        assertThat(description.redriveRefusal())
                .isEqualTo("Execution is SUCCEEDED and cannot be redriven");
    }

    private static List<String> json(List<HistoryEvent> events) {
        return events.stream().map(HistoryEvent::toString).toList();
    }

    @Test
    void readsTheHistoryOfEachChild() throws Exception {
        process(folder).start(Machines.everything(4)).await();
        JournalFolder journals = new JournalFolder(folder);

        List<ChildDescription> children = journals.children(ARN);

        assertThat(children).extracting(ChildDescription::index).containsExactly(0, 1, 2, 3);
        assertThat(children)
                .extracting(ChildDescription::status)
                .containsOnly(ExecutionStatus.SUCCEEDED);
        List<HistoryEvent> events = journals.history(ARN, children.get(2).name());
        assertThat(events.getFirst().type().awsName()).isEqualTo("ExecutionStarted");
        assertThat(events.getLast().type().awsName()).isEqualTo("ExecutionSucceeded");
        assertThat(events.getLast().id()).isEqualTo(events.size());
    }

    @Test
    void describesAMapRunOfAnotherProcessAsItsOwnDoes() throws Exception {
        Execution execution = process(folder).start(Machines.everything(4));
        execution.await();

        List<MapRunDescription> described = new JournalFolder(folder).mapRuns(ARN);

        assertThat(described).isEqualTo(execution.mapRuns());
        assertThat(described.getFirst().status()).isEqualTo(MapRunStatus.SUCCEEDED);
        assertThat(described.getFirst().executionCounts().succeeded()).isEqualTo(4);
        assertThat(described.getFirst().maxConcurrency()).isEqualTo(3);
    }

    @Test
    void tellsAllThatIsWrittenTheExecutionsOwnFirst() throws Exception {
        process(folder).start(Machines.everything(4)).await();
        List<JournalRecord> records = new ArrayList<>();

        new JournalFolder(folder).read(ARN, records::add);

        List<Boolean> ofChild = records.stream().map(record -> record.child() != null).toList();
        assertThat(ofChild).isSorted().contains(false, true);
        assertThat(records.stream().filter(JournalRecord.ChildStarted.class::isInstance))
                .hasSize(4);
    }

    @Test
    void tellsALiveExecutionFromAKilledOne() throws Exception {
        try (Engine engine = process(folder).engine) {
            engine.start(
                    Machines.everything(1),
                    StartRequest.here(Machines.NAME, "run", Machines.json("{}")));
            assertThat(status()).isEqualTo(ExecutionDescription.Status.RUNNING);
            assertThat(new JournalFolder(folder).isRunning(ARN)).isTrue();
            assertThatThrownBy(() -> process(folder).engine.resume(ARN))
                    .hasMessage("ExecutionInUse: a live process runs " + ARN);
        }
        assertThat(status()).isEqualTo(ExecutionDescription.Status.INTERRUPTED);
        assertThat(new JournalFolder(folder).isRunning(ARN)).isFalse();
        assertThat(process(folder).engine.resume(ARN).await().succeeded()).isTrue();
        assertThat(status()).isEqualTo(ExecutionDescription.Status.SUCCEEDED);
        assertThatThrownBy(() -> process(folder).engine.resume(ARN))
                .hasMessage("ExecutionEnded: " + ARN + " has ended: it is SUCCEEDED");
    }

    @Test
    void refusesANameTwice() throws Exception {
        process(folder).start(Machines.everything(1)).await();

        assertThatThrownBy(() -> process(folder).start(Machines.everything(1)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(
                                                RefusedException.Reason.EXECUTION_ALREADY_EXISTS));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> process(folder).engine.redrive(ARN))
                .hasMessageStartingWith("ExecutionDoesNotExist: ");
        assertThat(new JournalFolder(folder.resolve("none")).executions()).isEmpty();
    }

    @Test
    void refusesANameThatLeavesTheFolder() {
        StateMachine machine = Machines.everything(1);
        for (String name : List.of("..", ".", "a/../../b", "a\\b", "")) {
            StartRequest request = StartRequest.here(Machines.NAME, name, Machines.json("{}"));
            assertThatThrownBy(() -> process(folder).engine.start(machine, request))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void recoversALastStepThatWasCutAtAnyByte(@TempDir Path other) throws Exception {
        StateMachine machine =
                Machines.of(
                        "One",
                        """
                        "One": {"Type": "Pass", "Output": "one", "Next": "Two"},
                        "Two": {"Type": "Pass", "Output": "two", "End": true}
                        """);
        ExecutionResult whole = process(folder).start(machine).await();
        byte[] bytes = Files.readAllBytes(history(folder));
        int lastStep = stepEndBefore(bytes, bytes.length - 1);
        copy(folder, other);
        for (int length = lastStep; length < bytes.length; length++) {
            Files.write(history(other), Arrays.copyOf(bytes, length));
            try (ExecutionJournal journal = new JournalFolder(other, Syncing.NEVER).open(ARN)) {
                journal.read(_ -> {});
            }
            assertThat(Files.readAllBytes(history(other)))
                    .isEqualTo(Arrays.copyOf(bytes, lastStep));
        }
        assertThat(bytes.length - lastStep).isGreaterThan(100);
        assertThat(process(other).engine.resume(ARN).await().output()).isEqualTo(whole.output());
    }

    /** Where the step ends before the one that the given byte belongs to. */
    private static int stepEndBefore(byte[] bytes, int within) {
        String text = new String(bytes, ISO_8859_1);
        int end = text.lastIndexOf('\n', within - 1) + 1;
        String last = text.substring(text.lastIndexOf('\n', end - 2) + 1, end);
        return last.contains("\"more\":true") ? stepEndBefore(bytes, end - 1) : end;
    }

    @Test
    void refusesALineThatWasChanged() throws Exception {
        process(folder).start(Machines.everything(2)).await();
        List<String> lines = new ArrayList<>(Files.readAllLines(history(folder)));
        lines.set(4, lines.get(4).replaceFirst("\"id\":\\d", "\"id\":9"));
        Files.write(history(folder), lines);

        assertThatThrownBy(() -> new JournalFolder(folder).history(ARN))
                .isInstanceOf(CorruptJournalException.class)
                .hasMessage(history(folder) + ", line 5 is broken: its checksum does not match");
    }

    @Test
    void refusesAnotherDefinition() throws Exception {
        process(folder).start(Machines.everything(2)).await();
        Path definition = place(folder).resolve("definition.asl.json");
        Files.writeString(definition, Files.readString(definition) + " ");

        assertThatThrownBy(() -> process(folder).engine.redrive(ARN))
                .isInstanceOf(CorruptJournalException.class)
                .hasMessageStartingWith(definition + " is not the definition");
    }

    @Test
    void changesNothingInTheHistory() throws Exception {
        Execution with = process(folder).start(Machines.everything(5));
        with.await();
        DurableWorkbench none = new DurableWorkbench(null, START);
        Execution without = none.start(Machines.everything(5));
        without.await();

        assertThat(with.history()).isEqualTo(without.history());
    }

    @Test
    void keepsAThousandExecutionsApart() throws Exception {
        JournalFolder journals = new JournalFolder(folder, Syncing.NEVER);
        DurableWorkbench bench = new DurableWorkbench(journals, START);
        StateMachine machine =
                Machines.of(
                        "Rest",
                        """
                        "Rest": {"Type": "Wait", "Seconds": 1, "Next": "Call"},
                        "Call": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:work",
                          "Arguments": {"key": "{% $string($states.input) %}"}, "Next": "Done"},
                        "Done": {"Type": "Pass", "Output": "{% $states.input.key %}", "End": true}
                        """);
        List<Execution> executions = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            executions.add(
                    bench.engine.start(
                            machine,
                            StartRequest.here(
                                    Machines.NAME, "run" + i, Machines.json(Integer.toString(i)))));
        }
        for (int i = 0; i < 1000; i++) {
            Execution execution = executions.get(i);
            assertThat(execution.await().output()).isEqualTo(Machines.json("'" + i + "'"));
            assertThat(json(journals.history(execution.id())))
                    .hasSize(11)
                    .isEqualTo(json(execution.history()));
        }
        assertThat(journals.executions()).hasSize(1000);
    }
}
