package dev.nightjar.asl.run;

import dev.nightjar.asl.ErrorName;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;

/**
 * One attempt at a Task, from TaskScheduled to its answer, its time-out, or its end by others. A
 * task with a token is submitted by its handler and ends by {@link Engine#sendTaskSuccess} or
 * {@link Engine#sendTaskFailure} ("Wait for a Callback with Task Token", developer guide).
 */
final class TaskRun implements TaskTokens.Waiting {
    private final Attempt attempt;
    private final TaskPlan plan;
    private final TaskEvents events;
    private TaskSlots.@Nullable Slot slot;
    private boolean submitted;
    private @Nullable Runnable early;
    private Runnable callOffHeartbeat = () -> {};

    TaskRun(Attempt attempt, TaskPlan plan) {
        this.attempt = attempt;
        this.plan = plan;
        this.events = new TaskEvents(plan.resource());
    }

    void schedule() {
        attempt.run().event(events.scheduledType(), events.scheduled(plan));
        RunningExecution execution = attempt.execution();
        if (execution.engine().startsItself(plan.resource())) {
            started();
            new NestedExecution(attempt, plan, this).start();
            return;
        }
        Runnable begin = () -> execution.post(() -> attempt.whileOpen(this::begin));
        TaskSlots.Slot place = execution.engine().slots().acquire(begin);
        slot = place;
        attempt.onClose(place::release);
    }

    private void begin() {
        started();
        new HandlerCall(attempt, call(attempt.execution().now()))
                .start(this::answered, this::failed);
    }

    private void started() {
        attempt.run().event(events.startedType(), events.subject());
        if (plan.timeout() != null) {
            Runnable alarm = () -> attempt.whileOpen(() -> timeOut(timeout()));
            attempt.onClose(attempt.execution().schedule(plan.timeout(), alarm));
        }
        String token = plan.token();
        if (token != null) {
            TaskTokens tokens = attempt.execution().engine().tokens();
            tokens.await(token, this);
            attempt.onClose(() -> tokens.forget(token));
            beat();
            attempt.onClose(() -> callOffHeartbeat.run());
        }
    }

    private TaskCall call(Instant now) {
        StateRun run = attempt.run();
        MapItem item = run.flow().item();
        Duration timeout = plan.timeout();
        return new TaskCall(
                plan.resource().arn(),
                plan.arguments(),
                plan.credentials(),
                run.execution().id(),
                run.state().name(),
                run.retries(),
                item == null ? null : item.index(),
                timeout,
                timeout == null ? null : now.plus(timeout));
    }

    /** The handler answered: that is the result, or with a token only the receipt. */
    void answered(JsonNode answer) {
        if (plan.token() == null) {
            succeeded(answer);
            return;
        }
        submitted(answer);
        if (early != null) {
            early.run();
        }
    }

    /** Work has begun elsewhere; the task no longer takes a place among the handlers. */
    void submitted(JsonNode answer) {
        attempt.guard(
                () -> {
                    refuseTooLarge(answer);
                    submitted = true;
                    attempt.run().event(EventType.TASK_SUBMITTED, events.answered(answer));
                    if (slot != null) {
                        slot.release();
                    }
                });
    }

    void succeeded(JsonNode answer) {
        attempt.guard(
                () -> {
                    refuseTooLarge(answer);
                    attempt.run().event(events.succeededType(), events.answered(answer));
                    attempt.succeed(answer);
                });
    }

    private void refuseTooLarge(JsonNode answer) throws StateFailedException {
        try {
            Payload.check(answer, plan.resource().producer());
        } catch (StateFailedException tooLarge) {
            attempt.run().event(events.failedType(), events.failed(tooLarge.failure()));
            throw tooLarge;
        }
    }

    void failed(StateFailure failure) {
        attempt.run().event(events.failedType(), events.failed(failure));
        attempt.fail(failure);
    }

    private static StateFailure timeout() {
        return new StateFailure(ErrorName.TIMEOUT, null);
    }

    /** AWS's history says States.Timeout for a missing heartbeat, too. */
    private void timeOut(StateFailure failure) {
        ObjectNode details = events.failed(failure);
        attempt.run().event(events.timedOutType(), details);
        attempt.fail(failure);
    }

    private void beat() {
        callOffHeartbeat.run();
        if (plan.heartbeat() != null) {
            Runnable missed =
                    () -> attempt.whileOpen(() -> timeOut(StateFailure.ofMissingHeartbeat()));
            callOffHeartbeat = attempt.execution().schedule(plan.heartbeat(), missed);
        }
    }

    @Override
    public void success(JsonNode output) {
        soon(() -> onceSubmitted(() -> succeeded(output)));
    }

    @Override
    public void failure(@Nullable String error, @Nullable String cause) {
        soon(() -> onceSubmitted(() -> failed(new StateFailure(error, cause))));
    }

    @Override
    public void heartbeat() {
        soon(this::beat);
    }

    private void soon(Runnable step) {
        attempt.execution().post(() -> attempt.whileOpen(step));
    }

    /** A token can come back before the handler that gave it away has answered. */
    private void onceSubmitted(Runnable step) {
        if (submitted) {
            step.run();
        } else {
            callOffHeartbeat.run();
            early = step;
        }
    }
}
