package dev.nightjar.asl.run;

import dev.nightjar.asl.ErrorName;
import dev.nightjar.asl.parse.StateMachine;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.UUID;

/**
 * A Task that starts an execution of another machine of this engine: it ends at once, with {@code
 * .sync} and {@code .sync:2} when the execution ends ("Start workflow executions from a task
 * state", developer guide). It takes no place among the handlers.
 */
final class NestedExecution {
    private final Attempt attempt;
    private final TaskPlan plan;
    private final TaskRun task;

    NestedExecution(Attempt attempt, TaskPlan plan, TaskRun task) {
        this.attempt = attempt;
        this.plan = plan;
        this.task = task;
    }

    void start() {
        JsonNode arguments = plan.arguments();
        String arn = arguments.path("StateMachineArn").asString("");
        NestedMachines machines = attempt.execution().engine().machines();
        StateMachine machine = machines.find(arn);
        if (machine == null) {
            refuse("StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
            return;
        }
        JsonNode input = input(arguments.path("Input"));
        if (input == null || !Payload.fits(input)) {
            refuse("InvalidExecutionInput", "Invalid State Machine Execution Input");
            return;
        }
        String name = arguments.path("Name").asString("");
        StartRequest request =
                new StartRequest(name.isEmpty() ? attempt.run().attemptName() : name, arn, input);
        if (!machines.claim(request.executionArn())) {
            refuse(
                    "ExecutionAlreadyExists",
                    "Execution Already Exists: '" + request.executionArn() + "'");
            return;
        }
        start(machine, request);
    }

    private UUID uuid() {
        var random = attempt.execution().random();
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Input may be JSON, or a text that holds JSON; without it, an empty object. */
    private static @Nullable JsonNode input(JsonNode given) {
        if (given.isMissingNode() || given.isNull()) {
            return Json.object();
        }
        if (!given.isString()) {
            return given;
        }
        try {
            return JsonMapper.shared().readTree(given.stringValue());
        } catch (JacksonException _) {
            return null;
        }
    }

    private void refuse(String code, String message) {
        String cause =
                "%s (Service: AWSStepFunctions; Status Code: 400; Error Code: %s; Request ID: %s; Proxy: null)"
                        .formatted(message, code, uuid());
        task.failed(new StateFailure("StepFunctions." + code + "Exception", cause));
    }

    private void start(StateMachine machine, StartRequest request) {
        RunningExecution parent = attempt.execution();
        RunningExecution child;
        // Another process must know of this attempt when it finds what the attempt started.
        parent.recorder().write();
        try {
            child = parent.engine().startNested(machine, request, attempt.isTakenUp());
        } catch (RefusedException refused) {
            refuse(
                    "ExecutionAlreadyExists",
                    "Execution Already Exists: '" + request.executionArn() + "'");
            return;
        } catch (IllegalArgumentException refused) {
            task.failed(new StateFailure(ErrorName.TASK_FAILED, refused.getMessage()));
            return;
        }
        ObjectNode receipt = Json.object().put("ExecutionArn", child.id());
        receipt.put("StartDate", parent.now().toEpochMilli());
        if (!plan.resource().pattern().startsWith(TaskResource.SYNC)) {
            task.answered(receipt);
            return;
        }
        task.submitted(receipt);
        attempt.onClose(() -> child.abort(null, null));
        var _ =
                child.end()
                        .whenComplete(
                                (result, problem) ->
                                        parent.post(
                                                () ->
                                                        attempt.whileOpen(
                                                                () ->
                                                                        ended(
                                                                                request, result,
                                                                                problem))));
    }

    private void ended(
            StartRequest request, @Nullable ExecutionResult result, @Nullable Throwable problem) {
        if (result == null) {
            throw new IllegalStateException("a nested execution broke down", problem);
        }
        ObjectNode described = describe(request, result);
        if (result.succeeded()) {
            task.succeeded(described);
        } else {
            task.failed(new StateFailure(ErrorName.TASK_FAILED, described.toString()));
        }
    }

    /** What DescribeExecution answers, as Step Functions hands it on. */
    private ObjectNode describe(StartRequest request, ExecutionResult result) {
        ObjectNode described = Json.object();
        Json.putText(described, "Cause", result.cause());
        Json.putText(described, "Error", result.error());
        described.put("ExecutionArn", request.executionArn());
        described.set("Input", payload(request.input()));
        described.putObject("InputDetails").put("Included", true);
        described.put("Name", request.name());
        if (result.output() != null) {
            described.set("Output", payload(result.output()));
            described.putObject("OutputDetails").put("Included", true);
        }
        described.put("StartDate", result.startedAt().toEpochMilli());
        described.put("StateMachineArn", request.stateMachineArn());
        described.put("Status", result.status().name());
        described.put("StopDate", result.stoppedAt().toEpochMilli());
        return described;
    }

    /** {@code .sync} gives payloads as text, {@code .sync:2} as JSON. */
    private JsonNode payload(JsonNode json) {
        return plan.resource().pattern().equals(TaskResource.SYNC_2)
                ? json
                : Json.object().stringNode(json.toString());
    }
}
