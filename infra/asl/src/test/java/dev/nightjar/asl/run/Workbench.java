package dev.nightjar.asl.run;

import dev.nightjar.asl.parse.StateMachineParser;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;

/** A workbench for one machine: virtual time, handlers by short name, everything that happened. */
final class Workbench implements ExecutionListener {
    static final String TASK = "arn:aws:states:::lambda:invoke";
    static final String READER = "arn:aws:states:::s3:getObject";

    final VirtualClock clock = new VirtualClock();
    final List<TaskCall> calls = new CopyOnWriteArrayList<>();
    final List<String> childEvents = new ArrayList<>();
    final List<ExecutionResult> children = new ArrayList<>();
    private final Engine.Builder engine =
            Engine.builder().clock(clock).random(new SplittableRandom(1)).listener(this);

    Workbench() {
        task(TaskCall::arguments);
    }

    /** JSON with single quotes. */
    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    Workbench task(TaskHandler handler) {
        engine.handler(
                TASK,
                call -> {
                    calls.add(call);
                    return handler.handle(call);
                });
        return this;
    }

    Workbench items(JsonNode items) {
        engine.handler(READER, _ -> items);
        return this;
    }

    Workbench taskConcurrency(int most) {
        engine.taskConcurrency(most);
        return this;
    }

    /** Starts a machine whose States are given. */
    Execution start(String startAt, String states, String input) {
        return startMachine(machine(startAt, states, ""), input);
    }

    Execution startMachine(String machine, String input) {
        return engine.build()
                .start(
                        StateMachineParser.parse(machine).machineOrThrow(),
                        StartRequest.here("night", "run", json(input)));
    }

    ExecutionResult run(String startAt, String states, String input) throws InterruptedException {
        return start(startAt, states, input).await();
    }

    static String machine(String startAt, String states, String more) {
        return """
        {"QueryLanguage": "JSONata", %s "StartAt": "%s", "States": {%s}}
        """
                .formatted(more, startAt, states);
    }

    Duration elapsed(ExecutionResult result) {
        return Duration.between(result.startedAt(), result.stoppedAt());
    }

    static List<String> types(Execution execution) {
        return execution.history().stream().map(event -> event.type().awsName()).toList();
    }

    @Override
    public void happened(ExecutionIdentity execution, HistoryEvent event) {
        if (execution.isChild()) {
            childEvents.add(execution.id() + " " + event.type());
        }
    }

    @Override
    public void ended(ExecutionIdentity execution, ExecutionResult result) {
        if (execution.isChild()) {
            children.add(result);
        }
    }
}
