package dev.nightjar.asl.run;

import dev.nightjar.asl.ErrorName;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;

/** One call of a handler, from TaskScheduled to its answer, its time-out, or its end by others. */
final class TaskRun {
    private final Attempt attempt;
    private final TaskEvents events;
    private final JsonNode arguments;
    private final @Nullable JsonNode credentials;
    private final @Nullable Duration timeout;

    TaskRun(
            Attempt attempt,
            String resource,
            JsonNode arguments,
            @Nullable JsonNode credentials,
            @Nullable Duration timeout) {
        this.attempt = attempt;
        this.events = TaskEvents.of(resource);
        this.arguments = arguments;
        this.credentials = credentials;
        this.timeout = timeout;
    }

    void schedule() {
        ObjectNode details = events.scheduled(arguments);
        if (timeout != null) {
            details.put("timeoutInSeconds", timeout.toSeconds());
        }
        attempt.run().event(events.scheduledType(), details);
        RunningExecution execution = attempt.execution();
        Runnable begin = () -> execution.post(() -> attempt.whileOpen(this::begin));
        TaskSlots.Slot slot = execution.engine().slots().acquire(begin);
        attempt.onClose(slot::release);
    }

    private void begin() {
        attempt.run().event(events.startedType(), events.subject());
        HandlerCall call = new HandlerCall(attempt, call(attempt.execution().now()));
        if (timeout != null) {
            Runnable alarm = () -> attempt.whileOpen(this::timeOut);
            attempt.onClose(attempt.execution().schedule(timeout, alarm));
        }
        call.start(this::succeeded, this::failed);
    }

    private TaskCall call(Instant now) {
        StateRun run = attempt.run();
        MapItem item = run.flow().item();
        return new TaskCall(
                events.resource(),
                arguments,
                credentials,
                run.execution().id(),
                run.state().name(),
                run.retries(),
                item == null ? null : item.index(),
                timeout,
                timeout == null ? null : now.plus(timeout));
    }

    private void succeeded(JsonNode answer) {
        attempt.guard(
                () -> {
                    Payload.check(answer, events.resource());
                    ObjectNode details = events.subject();
                    details.set("output", answer);
                    attempt.run().event(events.succeededType(), details);
                    attempt.succeed(answer);
                });
    }

    private void failed(StateFailure failure) {
        ObjectNode details = events.subject();
        details.setAll(Json.failure(failure));
        attempt.run().event(events.failedType(), details);
        attempt.fail(failure);
    }

    private void timeOut() {
        StateFailure failure = new StateFailure(ErrorName.TIMEOUT, null);
        ObjectNode details = events.subject();
        details.setAll(Json.failure(failure));
        attempt.run().event(events.timedOutType(), details);
        attempt.fail(failure);
    }
}
