package dev.nightjar.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.StepRequest;
import dev.nightjar.core.night.TaskContext;
import dev.nightjar.core.port.Executions;
import dev.nightjar.core.port.Signer;
import dev.nightjar.core.store.MemoryStore;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.run.PublishReportFunction;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

final class PublishReportTest {
    private static final class NoSigner implements Signer {
        @Override
        public String keyId() {
            throw new AssertionError("a report is not signed");
        }

        @Override
        public byte[] sign(byte[] message) {
            throw new AssertionError("a report is not signed");
        }
    }

    private final MemoryStore store = new MemoryStore();
    private final PublishReportFunction function = new PublishReportFunction(wiring());

    @Test
    void bothFilesAreWrittenBesideTheRunsRecords() {
        RunId run = new SampleTraining(store).rejected();

        byte[] answer = function.answer(request(run));

        assertThat(new String(answer, UTF_8)).isEqualTo("{}");
        assertThat(store.find("loans/runs/loans-20261109T0100Z-t01/report.html")).isPresent();
        assertThat(store.find("loans/runs/loans-20261109T0100Z-t01/report.json")).isPresent();
    }

    @Test
    void publishingTwiceChangesNothing() {
        RunId run = new SampleTraining(store).released();
        function.answer(request(run));
        String first = store.head(Keys.reportHtml(run)).orElseThrow().etag();

        function.answer(request(run));

        assertThat(store.head(Keys.reportHtml(run)).orElseThrow().etag()).isEqualTo(first);
    }

    private static byte[] request(RunId run) {
        TaskContext task = new TaskContext("PublishReport", "execution", 0, 0);
        return Json.bytes(new StepRequest(run, null, null, task));
    }

    private Wiring wiring() {
        return new Wiring(
                store,
                _ -> store,
                InstantSource.fixed(Instant.EPOCH),
                () -> 0,
                () -> "nonce",
                new NoSigner(),
                _ -> Optional.empty(),
                _ -> Executions.State.UNKNOWN,
                (_, _, _) -> {});
    }
}
