package dev.nightjar.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.port.Executions.State;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

class ExecutionsFolderTest {
    private static final String EXECUTION =
            "arn:aws:states:here:000000000000:execution:training:20261102T010000Z-0123456789ab";

    @TempDir private Path store;

    private static ExecutionRecord record() {
        return new ExecutionRecord(
                EXECUTION,
                null,
                "RUNNING",
                Instant.parse("2026-11-02T01:00:00Z"),
                null,
                null,
                null,
                JsonNodeFactory.instance.objectNode());
    }

    /** Begins an execution and waits for its end by force. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws InterruptedException {
            ExecutionFolder folder = new ExecutionsFolder(Path.of(arguments[0])).create(record());
            System.out.println(folder.record().status());
            TimeUnit.MINUTES.sleep(1);
        }
    }

    @Test
    void anExecutionRunsWhileItsLockIsHeldAndNoLonger() throws IOException {
        ExecutionsFolder executions = new ExecutionsFolder(store);

        try (ExecutionFolder folder = executions.create(record())) {
            assertThat(folder.record().status()).isEqualTo("RUNNING");
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
        assertThat(executions.record(EXECUTION)).isEmpty();
        assertThat(executions.history(EXECUTION)).isEmpty();
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
            assertThat(output.readLine()).isEqualTo("RUNNING");
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

    @Test
    void aLineThatWasCutOffByAKillIsNotRead() throws IOException {
        ExecutionsFolder executions = new ExecutionsFolder(store);
        executions.create(record()).close();
        Path history =
                store.resolve("executions/training/20261102T010000Z-0123456789ab/history.jsonl");
        Files.write(
                history,
                List.of(
                        "{\"id\":1,\"previousEventId\":0,\"type\":\"ExecutionStarted\","
                                + "\"timestamp\":\"2026-11-02T01:00:00Z\",\"details\":{}}",
                        "{\"id\":2,\"prev"));
        Files.writeString(history, Files.readString(history).stripTrailing());

        assertThat(executions.history(EXECUTION)).hasSize(1);
    }
}
