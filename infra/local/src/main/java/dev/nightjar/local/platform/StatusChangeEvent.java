package dev.nightjar.local.platform;

import dev.nightjar.asl.run.ExecutionDescription;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Optional;

/**
 * What EventBridge tells of an execution that ended (Step Functions developer guide, "Step
 * Functions Execution Status Change").
 */
final class StatusChangeEvent {
    private StatusChangeEvent() {}

    /** The event, unless the execution has not ended. */
    static Optional<ObjectNode> of(ExecutionDescription execution) {
        return Optional.ofNullable(execution.stoppedAt()).map(end -> of(execution, end));
    }

    private static ObjectNode of(ExecutionDescription execution, Instant end) {
        String arn = execution.start().identity().id();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "0")
                .put("detail-type", "Step Functions Execution Status Change")
                .put("source", "aws.states")
                .put("time", end.toString())
                .put("region", "here");
        event.putArray("resources").add(arn);
        event.putObject("detail")
                .put("executionArn", arn)
                .put("status", execution.status().name())
                .put("startDate", execution.start().startedAt().toEpochMilli())
                .put("stopDate", end.toEpochMilli())
                .put("input", execution.start().input().toString())
                .put("error", execution.error())
                .put("cause", execution.cause());
        return event;
    }
}
