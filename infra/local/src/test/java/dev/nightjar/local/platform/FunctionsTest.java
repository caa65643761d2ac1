package dev.nightjar.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.aws.StepFunction;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.pipeline.functions.FunctionEntry;
import dev.nightjar.pipeline.functions.FunctionsFile;
import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class FunctionsTest {
    private static final CountDownLatch INTERRUPTED = new CountDownLatch(1);
    private static final AtomicInteger INSTANCES = new AtomicInteger();

    @TempDir private Path store;

    private final List<String> notices = new ArrayList<>();
    private @Nullable LocalPlatform platform;
    private @Nullable Functions functions;

    /** What a test function is asked. */
    public record Ask(String what) {}

    /** Does what it is asked. */
    public static final class TestFunction extends StepFunction<Ask, String> {
        public TestFunction(Wiring wiring) {
            super(Ask.class, ask -> answer(ask.what()));
            INSTANCES.incrementAndGet();
        }

        private static String answer(String what) {
            return switch (what) {
                case "unfit" -> throw new DataUnfit("column 'age' is missing");
                case "sleep" -> asleep();
                case "memory" -> throw new OutOfMemoryError("Java heap space");
                case "much" -> "x".repeat(Functions.MOST_BYTES);
                default -> what;
            };
        }

        private static String asleep() {
            try {
                TimeUnit.MINUTES.sleep(1);
            } catch (InterruptedException e) {
                INTERRUPTED.countDown();
                Thread.currentThread().interrupt();
            }
            return "";
        }
    }

    @BeforeEach
    void open() {
        LocalPlatform opened = LocalPlatform.at(store).open();
        SequencedMap<String, FunctionEntry> entries = new LinkedHashMap<>();
        entries.put(
                "TestFunction",
                new FunctionEntry(
                        "TestFunction",
                        TestFunction.class.getName(),
                        "scoring",
                        512,
                        Duration.ofMillis(300),
                        List.of(),
                        new TreeMap<>(),
                        Set.of()));
        functions =
                new Functions(
                        new FunctionsFile(entries),
                        opened::wiring,
                        (function, given) -> given,
                        new RunLog(logs(), opened.clock(), notices::add));
        platform = opened;
    }

    @AfterEach
    void close() {
        if (functions != null) {
            functions.close();
        }
        if (platform != null) {
            platform.close();
        }
    }

    private Path logs() {
        return store.resolve("logs");
    }

    private byte[] call(String what) throws TaskFailure, InterruptedException {
        if (functions == null) {
            throw new IllegalStateException("not open");
        }
        return functions.call("TestFunction", Json.bytes(new Ask(what)));
    }

    private TaskFailure failure(String what) {
        return catchThrowableOfType(TaskFailure.class, () -> call(what));
    }

    @Test
    void answersJson() throws TaskFailure, InterruptedException {
        assertThat(new String(call("hello"), UTF_8)).isEqualTo("\"hello\"");
    }

    @Test
    void aCallIsALineOfTheLog() throws TaskFailure, InterruptedException, IOException {
        call("hello");

        JsonNode line = Json.parse(Files.readString(logs().resolve("unclaimed.jsonl")));
        assertThat(line.path("function").asString()).isEqualTo("TestFunction");
        assertThat(line.path("level").asString()).isEqualTo("INFO");
    }

    @Test
    void aFailedCallsLineSaysTheCauseInOneSentence() throws IOException {
        failure("unfit");

        JsonNode line = Json.parse(Files.readString(logs().resolve("unclaimed.jsonl")));
        assertThat(line.path("error").asString()).isEqualTo("DataUnfit");
        assertThat(line.path("cause").asString()).isEqualTo("column 'age' is missing");
    }

    @Test
    void aLogThatCannotBeWrittenIsNoticedAndFailsNoCall()
            throws TaskFailure, InterruptedException, IOException {
        Files.writeString(logs(), "a file where the folder should be");

        assertThat(new String(call("hello"), UTF_8)).isEqualTo("\"hello\"");
        assertThat(notices)
                .singleElement()
                .asString()
                .startsWith("the log of unclaimed cannot be written");
    }

    @Test
    void anExceptionIsItsQualifiedNameWithACauseInJson() {
        TaskFailure failure = failure("unfit");

        assertThat(failure.error()).isEqualTo("dev.nightjar.core.error.DataUnfit");
        JsonNode cause = Json.parse(String.valueOf(failure.causeText()));
        assertThat(cause.path("errorMessage").asString()).isEqualTo("column 'age' is missing");
        assertThat(cause.path("errorType").asString()).isEqualTo(failure.error());
        assertThat(cause.path("stackTrace").size()).isBetween(1, 8);
    }

    @Test
    void aCallThatTakesTooLongIsGivenUpAndInterrupted() throws InterruptedException {
        TaskFailure failure = failure("sleep");

        assertThat(failure.error()).isEqualTo("Sandbox.Timedout");
        assertThat(failure.causeText()).contains("TestFunction timed out after 0.30 seconds");
        assertThat(INTERRUPTED.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anInstanceThatRanOutOfMemoryIsThrownAway() throws TaskFailure, InterruptedException {
        call("hello");
        int before = INSTANCES.get();

        assertThat(failure("memory").error()).isEqualTo("java.lang.OutOfMemoryError");
        call("hello");

        assertThat(INSTANCES.get()).isEqualTo(before + 1);
    }

    @Test
    void aPayloadOverSixMegabytesIsRefusedInBothDirections() {
        assertThat(failure("x".repeat(Functions.MOST_BYTES)).error())
                .isEqualTo("Lambda.RequestEntityTooLargeException");
        assertThat(failure("much").error()).isEqualTo("Function.ResponseSizeTooLarge");
    }
}
