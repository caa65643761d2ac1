package dev.nightjar.asl.run;

import dev.nightjar.asl.expression.Template;
import dev.nightjar.asl.parse.TaskState;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/** Task: asks the handler of its resource. */
record TaskBehaviour(TaskState state) implements Behaviour {
    @Override
    public void begin(Attempt attempt) throws StateFailedException {
        JsonNode arguments = optional(attempt, state.arguments(), "Arguments");
        JsonNode credentials = optional(attempt, state.credentials(), "Credentials");
        Template seconds = state.timeoutSeconds();
        Duration timeout =
                seconds == null
                        ? null
                        : Duration.ofSeconds(attempt.whole(seconds, "TimeoutSeconds", 1));
        JsonNode payload = arguments == null ? attempt.input() : arguments;
        Payload.check(payload, state.name());
        new TaskRun(attempt, state.resource(), payload, credentials, timeout).schedule();
    }

    private static @Nullable JsonNode optional(
            Attempt attempt, @Nullable Template template, String field)
            throws StateFailedException {
        return template == null ? null : attempt.evaluate(template, field);
    }
}
