package dev.nightjar.asl.run;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a Task shows in the history: an integration as Task events with resource and resource type, a
 * function's own ARN as LambdaFunction events (API reference, "HistoryEvent").
 */
record TaskEvents(TaskResource resource) {

    EventType scheduledType() {
        return resource.isFunction()
                ? EventType.LAMBDA_FUNCTION_SCHEDULED
                : EventType.TASK_SCHEDULED;
    }

    EventType startedType() {
        return resource.isFunction() ? EventType.LAMBDA_FUNCTION_STARTED : EventType.TASK_STARTED;
    }

    EventType succeededType() {
        return resource.isFunction()
                ? EventType.LAMBDA_FUNCTION_SUCCEEDED
                : EventType.TASK_SUCCEEDED;
    }

    EventType failedType() {
        return resource.isFunction() ? EventType.LAMBDA_FUNCTION_FAILED : EventType.TASK_FAILED;
    }

    EventType timedOutType() {
        return resource.isFunction()
                ? EventType.LAMBDA_FUNCTION_TIMED_OUT
                : EventType.TASK_TIMED_OUT;
    }

    ObjectNode scheduled(TaskPlan plan) {
        ObjectNode details = subject();
        if (resource.isFunction()) {
            details.put("resource", resource.arn());
        }
        details.set(resource.isFunction() ? "input" : "parameters", plan.arguments());
        if (plan.timeout() != null) {
            details.put("timeoutInSeconds", plan.timeout().toSeconds());
        }
        if (plan.heartbeat() != null) {
            details.put("heartbeatInSeconds", plan.heartbeat().toSeconds());
        }
        if (plan.credentials() != null) {
            JsonNode role = plan.credentials().path("RoleArn");
            details.set("taskCredentials", Json.object("roleArn", role));
        }
        return details;
    }

    ObjectNode answered(JsonNode output) {
        ObjectNode details = subject();
        details.set("output", output);
        return details;
    }

    ObjectNode failed(StateFailure failure) {
        ObjectNode details = subject();
        details.setAll(Json.failure(failure));
        return details;
    }

    /** A new object that names the resource, in the way of its events. */
    ObjectNode subject() {
        ObjectNode subject = Json.object();
        if (!resource.isFunction()) {
            subject.put("resource", resource.name());
            Json.putText(
                    subject, "resourceType", resource.type().isEmpty() ? null : resource.type());
        }
        return subject;
    }
}
