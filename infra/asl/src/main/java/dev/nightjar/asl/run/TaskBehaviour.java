package dev.nightjar.asl.run;

import dev.nightjar.asl.expression.Template;
import dev.nightjar.asl.parse.TaskState;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/** Task: asks the handler of its resource (specification, "Task State"). */
record TaskBehaviour(TaskState state) implements Behaviour {
    @Override
    public void begin(Attempt attempt) throws StateFailedException {
        TaskResource resource = TaskResource.of(state.resource());
        String token = null;
        if (resource.waitsForToken()) {
            token = attempt.execution().engine().tokens().issue(attempt.execution().random());
        }
        attempt.run().taskToken(token);
        JsonNode arguments = optional(attempt, state.arguments(), "Arguments");
        JsonNode credentials = optional(attempt, state.credentials(), "Credentials");
        Duration timeout = seconds(attempt, state.timeoutSeconds(), "TimeoutSeconds");
        Duration heartbeat = seconds(attempt, state.heartbeatSeconds(), "HeartbeatSeconds");
        JsonNode payload = arguments == null ? attempt.input() : arguments;
        Payload.check(payload, state.name());
        TaskPlan plan = new TaskPlan(resource, payload, credentials, timeout, heartbeat, token);
        new TaskRun(attempt, plan).schedule();
    }

    private static @Nullable Duration seconds(
            Attempt attempt, @Nullable Template template, String field)
            throws StateFailedException {
        return template == null ? null : Duration.ofSeconds(attempt.whole(template, field, 1));
    }

    private static @Nullable JsonNode optional(
            Attempt attempt, @Nullable Template template, String field)
            throws StateFailedException {
        return template == null ? null : attempt.evaluate(template, field);
    }
}
