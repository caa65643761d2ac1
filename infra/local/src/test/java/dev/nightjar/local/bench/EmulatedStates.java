package dev.nightjar.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.StateMachineParser;
import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.Execution;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.StartRequest;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An emulator of Step Functions, at an address of this machine: our engine behind its API. */
final class EmulatedStates implements AutoCloseable {
    private final HttpServer server;
    private final Engine engine = Engine.builder().build();
    private final Map<String, StateMachine> machines = new ConcurrentHashMap<>();
    private final List<Execution> executions = new ArrayList<>();
    private int starts = Integer.MAX_VALUE;

    EmulatedStates() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/_localstack/health", exchange -> answer(exchange, 200, health()));
        server.createContext("/", this::call);
        server.start();
    }

    /** Refuses every start after so many. */
    EmulatedStates startsOnly(int most) {
        starts = most;
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The machines that nobody has deleted yet. */
    Map<String, StateMachine> machines() {
        return machines;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode health() {
        return object().put("version", "0.0.0");
    }

    private void call(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        JsonNode request = JsonMapper.shared().readTree(exchange.getRequestBody());
        ObjectNode answer =
                switch (target) {
                    case "AWSStepFunctions.CreateStateMachine" -> create(request);
                    case "AWSStepFunctions.DeleteStateMachine" -> delete(request);
                    case "AWSStepFunctions.StartExecution" -> start(request);
                    case "AWSStepFunctions.DescribeExecution" -> describe(request);
                    default -> throw new IOException("unknown " + target);
                };
        answer(exchange, answer.has("__type") ? 400 : 200, answer);
    }

    private ObjectNode create(JsonNode request) {
        String arn = "machine:" + request.path("name").asString("");
        String definition = request.path("definition").asString("");
        machines.put(arn, StateMachineParser.parse(definition).machineOrThrow());
        return object().put("stateMachineArn", arn);
    }

    private ObjectNode delete(JsonNode request) {
        machines.remove(request.path("stateMachineArn").asString(""));
        return object();
    }

    private ObjectNode start(JsonNode request) {
        if (executions.size() >= starts) {
            return object().put("__type", "ExecutionLimitExceeded");
        }
        JsonNode input = JsonMapper.shared().readTree(request.path("input").asString(""));
        StateMachine machine =
                requireNonNull(machines.get(request.path("stateMachineArn").asString("")));
        int number = executions.size();
        executions.add(engine.start(machine, StartRequest.here("emulated", "e" + number, input)));
        return object().put("executionArn", Integer.toString(number));
    }

    private ObjectNode describe(JsonNode request) {
        int number = Integer.parseInt(request.path("executionArn").asString(""));
        try {
            ExecutionResult result = executions.get(number).await();
            return object().put("status", result.status().name())
                    .put("output", String.valueOf(result.output()))
                    .put("startDate", result.startedAt().toEpochMilli() / 1e3)
                    .put("stopDate", result.stoppedAt().toEpochMilli() / 1e3);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body)
            throws IOException {
        try (exchange) {
            byte[] bytes = body.toString().getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        engine.close();
    }
}
