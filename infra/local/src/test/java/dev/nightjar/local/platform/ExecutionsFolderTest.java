package dev.nightjar.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.run.ExecutionIdentity;
import dev.nightjar.asl.run.ExecutionJournal;
import dev.nightjar.asl.run.StartedExecution;
import dev.nightjar.core.port.Executions.State;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

class ExecutionsFolderTest {
    private static final String NAME = "20261102T010000Z-0123456789ab";
    private static final String MACHINE = "arn:aws:states:here:000000000000:stateMachine:training";
    private static final String EXECUTION =
            "arn:aws:states:here:000000000000:execution:training:" + NAME;
    private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");

    @TempDir private Path store;

    private static ExecutionJournal begin(Path store) {
        return new ExecutionsFolder(store)
                .journals()
                .create(
                        new StartedExecution(
                                new ExecutionIdentity(EXECUTION, NAME, MACHINE, null),
                                "{}",
                                JsonNodeFactory.instance.objectNode(),
                                START,
                                1));
    }

    /** Begins an execution and waits for its end by force. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (ExecutionJournal journal = begin(Path.of(arguments[0]))) {
                System.out.println(journal.start().identity().name());
                TimeUnit.MINUTES.sleep(1);
            }
        }
    }

    @Test
    void anExecutionRunsWhileItsLockIsHeldAndNoLonger() {
        ExecutionsFolder executions = new ExecutionsFolder(store);

        try (ExecutionJournal journal = begin(store)) {
            assertThat(journal.start().startedAt()).isEqualTo(START);
            assertThat(new ExecutionsFolder(store).state(EXECUTION)).isEqualTo(State.RUNNING);
            // Asking must not have released it.
            assertThat(executions.state(EXECUTION)).isEqualTo(State.RUNNING);
        }

        assertThat(executions.state(EXECUTION)).isEqualTo(State.ENDED);
    }

    @Test
    void whatNobodyWroteDownIsUnknown() {
        ExecutionsFolder executions = new ExecutionsFolder(store);

        assertThat(executions.state(EXECUTION)).isEqualTo(State.UNKNOWN);
        assertThat(executions.state("../../etc")).isEqualTo(State.UNKNOWN);
        assertThat(executions.describe(EXECUTION, START)).isEmpty();
        assertThat(executions.history(EXECUTION)).isEmpty();
    }

    @Test
    void aJournalThatAnEarlierVersionWroteIsUnknown() throws IOException {
        Path folder = Files.createDirectories(store.resolve("executions/training/" + NAME));
        Files.writeString(
                folder.resolve("execution.json"), "{\"execution\": \"" + EXECUTION + "\"}");
        ExecutionsFolder executions = new ExecutionsFolder(store);

        assertThat(executions.state(EXECUTION)).isEqualTo(State.UNKNOWN);
        assertThat(executions.describe(EXECUTION, START)).isEmpty();
    }

    @Test
    void aKilledProcessReleasesItsExecution() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-cp",
                                classPath(),
                                Holder.class.getName(),
                                store.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo(NAME);
            ExecutionsFolder executions = new ExecutionsFolder(store);
            assertThat(executions.state(EXECUTION)).isEqualTo(State.RUNNING);

            process.destroyForcibly().waitFor();

            assertThat(executions.state(EXECUTION)).isEqualTo(State.ENDED);
        }
    }

    /** Surefire's own class path is one archive with a manifest. */
    private static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
