package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.ErrorName;

import tools.jackson.databind.JsonNode;

import java.util.function.Consumer;

/** Runs a handler on a thread of its own, and brings its answer back into the mailbox. */
final class HandlerCall {
    private final Attempt attempt;
    private final TaskCall call;

    HandlerCall(Attempt attempt, TaskCall call) {
        this.attempt = attempt;
        this.call = call;
    }

    /** Starts; the answer is dropped, and the thread interrupted, when the attempt is closed. */
    void start(Consumer<JsonNode> succeeded, Consumer<StateFailure> failed) {
        RunningExecution execution = attempt.execution();
        TaskHandler handler = execution.engine().handler(call.resource());
        Runnable work =
                () -> {
                    Runnable end = answer(handler, succeeded, failed);
                    execution.post(() -> attempt.whileOpen(end));
                };
        attempt.onClose(execution.engine().clock().work("asl-" + call.stateName(), work));
    }

    /** The boundary of tasks: whatever a handler throws is a failure of its task. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    private Runnable answer(
            TaskHandler handler, Consumer<JsonNode> succeeded, Consumer<StateFailure> failed) {
        try {
            JsonNode answer = requireNonNull(handler.handle(call), "the handler answered null");
            return () -> succeeded.accept(answer);
        } catch (TaskFailure failure) {
            StateFailure said = new StateFailure(failure.error(), failure.causeText());
            return () -> failed.accept(said);
        } catch (InterruptedException _) {
            return () -> failed.accept(unexpected("the handler was interrupted"));
        } catch (Throwable problem) {
            return () -> failed.accept(unexpected(problem.toString()));
        }
    }

    private static StateFailure unexpected(String cause) {
        return new StateFailure(ErrorName.TASK_FAILED, cause);
    }
}
