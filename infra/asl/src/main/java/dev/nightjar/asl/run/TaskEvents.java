package dev.nightjar.asl.run;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a Task shows in the history: an integration as Task events with resource and resource type, a
 * function's own ARN as LambdaFunction events.
 */
record TaskEvents(String resource, boolean isFunction) {
    private static final String INTEGRATION = "arn:aws:states:::";

    static TaskEvents of(String resource) {
        return new TaskEvents(resource, resource.startsWith("arn:aws:lambda:"));
    }

    EventType scheduledType() {
        return isFunction ? EventType.LAMBDA_FUNCTION_SCHEDULED : EventType.TASK_SCHEDULED;
    }

    EventType startedType() {
        return isFunction ? EventType.LAMBDA_FUNCTION_STARTED : EventType.TASK_STARTED;
    }

    EventType succeededType() {
        return isFunction ? EventType.LAMBDA_FUNCTION_SUCCEEDED : EventType.TASK_SUCCEEDED;
    }

    EventType failedType() {
        return isFunction ? EventType.LAMBDA_FUNCTION_FAILED : EventType.TASK_FAILED;
    }

    EventType timedOutType() {
        return isFunction ? EventType.LAMBDA_FUNCTION_TIMED_OUT : EventType.TASK_TIMED_OUT;
    }

    ObjectNode scheduled(JsonNode arguments) {
        if (isFunction) {
            ObjectNode details = Json.object().put("resource", resource);
            details.set("input", arguments);
            return details;
        }
        ObjectNode details = subject();
        details.set("parameters", arguments);
        return details;
    }

    /** A new object that names the resource, in the way of its events. */
    ObjectNode subject() {
        if (isFunction) {
            return Json.object();
        }
        String tail =
                resource.startsWith(INTEGRATION)
                        ? resource.substring(INTEGRATION.length())
                        : resource;
        int colon = tail.lastIndexOf(':');
        ObjectNode subject = Json.object().put("resource", tail.substring(colon + 1));
        return colon < 0 ? subject : subject.put("resourceType", tail.substring(0, colon));
    }
}
