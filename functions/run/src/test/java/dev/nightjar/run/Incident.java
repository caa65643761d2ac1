package dev.nightjar.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.FailureRequest;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.StartedBy;
import dev.nightjar.core.night.TaskContext;
import dev.nightjar.core.port.ExecutionEvent;
import dev.nightjar.core.port.Executions;
import dev.nightjar.core.port.Signer;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.MemoryStore;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.pipeline.file.PipelineFile;
import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An execution of the scoring machine that failed, with all that RecordFailure is given of the
 * world. Not safe for use by multiple threads.
 */
final class Incident {
    static final RunId RUN = RunId.parse("loans-20261103T0300Z-s01");
    static final String EXECUTION =
            "arn:aws:states:eu-central-1:123456789012:execution:nightjar-scoring:9f2a";

    private static final Instant NOW = Instant.parse("2026-11-03T03:10:00Z");

    /** What people were told. */
    record Told(String level, String subject, Map<String, String> detail) {}

    final MemoryStore store = new MemoryStore();
    final List<Told> told = new ArrayList<>();

    private final String serviceLevel;
    private final RecordFailureFunction function;
    private Events events = new Events().started();
    private @Nullable String describedInput;
    private @Nullable RuntimeException deafness;

    /** An execution for a pipeline of the service level. */
    Incident(String serviceLevel) {
        this.serviceLevel = serviceLevel;
        this.function = new RecordFailureFunction(wiring());
    }

    /** The machine claimed its slot. */
    Incident claimed() {
        events.done("ClaimSlot");
        put(
                Keys.claim(RUN),
                new Claim(RUN, EXECUTION, StartedBy.SCHEDULE, "delivery", Events.START));
        put(
                Keys.runRecord(RUN),
                new RunRecord(
                        RUN,
                        EXECUTION,
                        StartedBy.SCHEDULE,
                        Events.START,
                        definition(),
                        "digest",
                        List.of(),
                        Map.of(),
                        null,
                        false,
                        null));
        return this;
    }

    Events events() {
        return events;
    }

    /** Nothing is known of what happened. */
    void forgetHistory() {
        events = new Events();
    }

    /** DescribeExecution tells the input. */
    void describeInput() {
        describedInput = input().toString();
    }

    /** Nobody can be told, until this is called with null. */
    void deafen(@Nullable RuntimeException reason) {
        deafness = reason;
    }

    /** What the machine asks when it caught an error. */
    FailureRequest caught(@Nullable RunId run, String state, String error) {
        return new FailureRequest(
                run,
                state,
                null,
                error,
                "{\"errorMessage\":\"no rows\",\"errorType\":\"x\",\"stackTrace\":[]}",
                new TaskContext("RecordFailure", EXECUTION, 0, 0));
    }

    /** The event that EventBridge sends. */
    ObjectNode event(String status, @Nullable String error, @Nullable String cause) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "0")
                .put("id", "315c1398-40ff-a850-213b-158f73e60175")
                .put("detail-type", "Step Functions Execution Status Change")
                .put("source", "aws.states")
                .put("account", "123456789012")
                .put("region", "eu-central-1");
        event.putObject("detail")
                .put("executionArn", EXECUTION)
                .put("stateMachineArn", EXECUTION.replace(":execution:", ":stateMachine:"))
                .put("name", "9f2a")
                .put("status", status)
                .put("startDate", Events.START.toEpochMilli())
                .put("stopDate", events.now().toEpochMilli())
                .put("input", input().toString())
                .putNull("output")
                .put("error", error)
                .put("cause", cause);
        return event;
    }

    /** The input that the schedule carried. */
    ObjectNode input() {
        ObjectNode input =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("pipeline", "loans")
                        .put("slot", "2026-11-03T03:00:00Z")
                        .put("schedulerExecution", "delivery");
        input.set("definition", Json.tree(definition()));
        return input;
    }

    /** Asks RecordFailure. */
    JsonNode ask(Object request) {
        return Json.parse(function.answer(Json.bytes(request)));
    }

    /** Failure records by the end of their keys. */
    Map<String, FailureRecord> failures() {
        Map<String, FailureRecord> found = new LinkedHashMap<>();
        for (ObjectHead head : store.list(Keys.failures(RUN))) {
            found.put(
                    head.key().substring(Keys.failures(RUN).length()),
                    Json.read(store.find(head.key()).orElseThrow().bytes(), FailureRecord.class));
        }
        return found;
    }

    private void put(String key, Object record) {
        store.put(key, Content.of(Json.pretty(record)));
    }

    private Definition definition() {
        String yaml =
                """
                pipeline: loans
                columns:
                  amount:    { type: decimal }
                  defaulted: { role: label, type: boolean }
                scoring:
                  source: { path: "*.csv" }
                service: { level: %s }
                """
                        .formatted(serviceLevel);
        PipelineFile.Result result =
                PipelineFile.read("loans.yaml", yaml.getBytes(UTF_8), List.of());
        return ((PipelineFile.Result.Checked) result).definition();
    }

    private Wiring wiring() {
        return new Wiring(
                store,
                root -> store,
                () -> NOW,
                () -> 0,
                () -> "nonce",
                new NoSigner(),
                key -> Optional.empty(),
                new KnownExecutions(),
                (level, subject, detail) -> {
                    if (deafness != null) {
                        throw deafness;
                    }
                    told.add(new Told(level, subject, new LinkedHashMap<>(detail)));
                },
                run -> "lines of " + run);
    }

    private final class KnownExecutions implements Executions {
        @Override
        public State state(String execution) {
            return State.ENDED;
        }

        @Override
        public Optional<String> input(String execution) {
            return Optional.ofNullable(describedInput);
        }

        @Override
        public Iterable<ExecutionEvent> newestEvents(String execution) {
            return events.newestFirst();
        }
    }

    private static final class NoSigner implements Signer {
        @Override
        public String keyId() {
            throw new AssertionError("a failure is not signed");
        }

        @Override
        public byte[] sign(byte[] message) {
            throw new AssertionError("a failure is not signed");
        }
    }
}
