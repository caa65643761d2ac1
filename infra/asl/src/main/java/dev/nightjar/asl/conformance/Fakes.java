package dev.nightjar.asl.conformance;

import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.EngineClock;
import dev.nightjar.asl.run.Execution;
import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.asl.run.TaskHandler;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * Everything that a case puts in place of services: recorded outcomes first, then functions and
 * objects. Children of a distributed Map are not in the recorded history, so for them functions
 * come first. What nothing stands for is noted, and makes the whole case unanswerable.
 */
final class Fakes implements TaskHandler {
    private final RecordedTasks recorded;
    private final FakeFunctions functions;
    private final FakeObjects objects;
    private final boolean any;
    private @Nullable String root;
    private @Nullable Engine engine;
    private @Nullable String missing;

    Fakes(JsonNode fakes, EngineClock clock) {
        this.recorded = new RecordedTasks(fakes.path("taskReplay"), clock);
        this.functions = new FakeFunctions(fakes.path("lambdas"), clock);
        this.objects = new FakeObjects(fakes.path("s3"));
        this.any =
                !fakes.path("taskReplay").isEmpty()
                        || !fakes.path("lambdas").isEmpty()
                        || !fakes.path("s3").isEmpty();
    }

    /** Whether there is anything. */
    boolean any() {
        return any;
    }

    /** Which execution the recorded history is of, and who takes tokens back. */
    void serve(Engine owner, Execution execution) {
        engine = owner;
        root = execution.id();
    }

    /** What was asked for and is not there, or null. */
    synchronized @Nullable String missing() {
        return missing;
    }

    TaskHandler itemReader() {
        return call -> objects.items(call.resource(), call.arguments());
    }

    @Override
    public JsonNode handle(TaskCall call) throws TaskFailure, InterruptedException {
        boolean child = root != null && !root.equals(call.executionId());
        if (child && functions.has(call)) {
            return functions.handle(call);
        }
        RecordedTasks.Entry entry = recorded.next(call);
        if (entry != null && entry.ended()) {
            return replay(entry, call);
        }
        if (entry != null) {
            recorded.awaitOthers(call);
        }
        if (functions.has(call)) {
            return functions.handle(call);
        }
        if (objects.has(call.resource())) {
            return objects.handle(call);
        }
        RecordedTasks.Entry again = recorded.last(call);
        if (again != null) {
            return replay(again, call);
        }
        return miss(call);
    }

    private JsonNode replay(RecordedTasks.Entry entry, TaskCall call)
            throws TaskFailure, InterruptedException {
        return engine != null && CallbackTask.is(call)
                ? new CallbackTask(engine, entry).submit(call)
                : recorded.replay(entry, call);
    }

    private synchronized JsonNode miss(TaskCall call) throws TaskFailure {
        if (missing == null) {
            missing =
                    "the case has no fake for "
                            + call.resource()
                            + " with "
                            + call.arguments()
                            + " (state '"
                            + call.stateName()
                            + "')";
        }
        throw new TaskFailure("States.TaskFailed", missing);
    }
}
