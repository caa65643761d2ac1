package dev.nightjar.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.nightjar.asl.run.ExecutionDescription;
import dev.nightjar.asl.run.ExecutionHistory;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Step Functions as it speaks on the wire (API reference, JSON 1.0), which tells what happened in
 * executions of the engine. Until it is redriven an execution stands where it failed; from then on
 * it is seen to go on, so many events a look.
 */
public final class ScriptedStates implements AutoCloseable {
    private static final String REGION = "us-east-1";

    private final HttpServer server;
    private final Map<String, Served> executions = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile @Nullable String refusal;

    /** An execution that is told of. */
    private static final class Served {
        private final ExecutionDescription before;
        private final ExecutionDescription after;
        private final List<HistoryEvent> events;
        private final int eventsBefore;
        private final int eventsALook;
        private int visible;

        private Served(
                ExecutionDescription before,
                ExecutionDescription after,
                List<HistoryEvent> events,
                int eventsBefore,
                int eventsALook) {
            this.before = before;
            this.after = after;
            this.events = events;
            this.eventsBefore = eventsBefore;
            this.eventsALook = eventsALook;
            this.visible = eventsBefore;
        }

        private ExecutionDescription now() {
            return visible == eventsBefore ? before : after;
        }

        private List<HistoryEvent> look() {
            if (visible > eventsBefore) {
                visible = Math.min(events.size(), visible + eventsALook);
            }
            return events.subList(0, visible);
        }
    }

    /** A service that knows nothing yet. */
    public ScriptedStates() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The ARN of an execution there, which ran here under this one. */
    public static String arn(String here) {
        String[] parts = here.split(":", -1);
        return "arn:aws:states:%s:000000000000:execution:nightjar-%s:%s"
                .formatted(REGION, parts[6], parts[7]);
    }

    /** What makes the SDK ask here. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_SFN",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "AWS_REGION",
                REGION,
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                "test");
    }

    /** Tells of an execution that stands. */
    public void tell(ExecutionDescription execution, List<HistoryEvent> events) {
        tell(execution, execution, events, events.size(), 0);
    }

    /**
     * Tells of an execution that goes on when it is redriven.
     *
     * @param events of all of it
     * @param eventsBefore how many of them there are before it is redriven
     * @param eventsALook how many more each look sees
     */
    public void tell(
            ExecutionDescription before,
            ExecutionDescription after,
            List<HistoryEvent> events,
            int eventsBefore,
            int eventsALook) {
        executions.put(
                arn(before.start().identity().id()),
                new Served(before, after, events, eventsBefore, eventsALook));
    }

    /** Answers every call with this error from now on. */
    public void refuse(String error) {
        refusal = error;
    }

    /** The actions that were asked for, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        String action = target.substring(target.indexOf('.') + 1);
        calls.add(action);
        JsonNode asked = Json.parse(exchange.getRequestBody().readAllBytes());
        ObjectNode answer = refusal == null ? answer(action, asked) : error(refusal);
        byte[] bytes = answer.toString().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(answer.has("__type") ? 400 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private ObjectNode answer(String action, JsonNode asked) {
        Served served = executions.get(asked.path("executionArn").asString(""));
        if (served == null) {
            return error("ExecutionDoesNotExist");
        }
        synchronized (served) {
            return switch (action) {
                case "DescribeExecution" -> description(served.now());
                case "GetExecutionHistory" ->
                        history(served.look(), asked.path("reverseOrder").asBoolean(false));
                case "ListMapRuns" -> mapRuns();
                case "RedriveExecution" -> redrive(served);
                default -> error("UnknownOperationException");
            };
        }
    }

    private static ObjectNode redrive(Served served) {
        if (served.eventsBefore == served.events.size()) {
            return error("ExecutionNotRedrivable");
        }
        served.visible++;
        return object().put("redriveDate", seconds(Instant.EPOCH));
    }

    private static ObjectNode mapRuns() {
        ObjectNode answer = object();
        answer.putArray("mapRuns");
        return answer;
    }

    private static ObjectNode error(String name) {
        return object().put("__type", name).put("message", name + " was said");
    }

    private static ObjectNode description(ExecutionDescription execution) {
        String arn = arn(execution.start().identity().id());
        ObjectNode answer = object();
        answer.put("executionArn", arn);
        answer.put(
                "stateMachineArn",
                arn.substring(0, arn.lastIndexOf(':')).replace(":execution:", ":stateMachine:"));
        answer.put("name", arn.substring(arn.lastIndexOf(':') + 1));
        answer.put("status", execution.status().name());
        answer.put("startDate", seconds(execution.start().startedAt()));
        Instant stopped = execution.stoppedAt();
        if (stopped != null) {
            answer.put("stopDate", seconds(stopped));
        }
        answer.put("input", execution.start().input().toString());
        JsonNode output = execution.output();
        if (output != null) {
            answer.put("output", output.toString());
        }
        answer.put("error", execution.error());
        answer.put("cause", execution.cause());
        String refusal = execution.redriveRefusal();
        answer.put("redriveStatus", refusal == null ? "REDRIVABLE" : "NOT_REDRIVABLE");
        answer.put("redriveStatusReason", refusal);
        return answer;
    }

    /** As the command line of AWS prints it, but with times as they are on the wire. */
    private static ObjectNode history(List<HistoryEvent> events, boolean newestFirst) {
        ObjectNode shown = ExecutionHistory.of(arn("a:b:c:d:e:f:training:x"), events);
        List<JsonNode> told = shown.path("events").valueStream().toList();
        ObjectNode answer = object();
        ArrayNode list = answer.putArray("events");
        for (JsonNode event : newestFirst ? told.reversed() : told) {
            String time = event.path("timestamp").asString();
            ((ObjectNode) event).put("timestamp", seconds(OffsetDateTime.parse(time).toInstant()));
            list.add(event);
        }
        return answer;
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1e3;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
