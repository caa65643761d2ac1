package dev.nightjar.asl.run;

import dev.nightjar.asl.parse.ChoiceState;
import dev.nightjar.asl.parse.FailState;
import dev.nightjar.asl.parse.MapState;
import dev.nightjar.asl.parse.ParallelState;
import dev.nightjar.asl.parse.PassState;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.SucceedState;
import dev.nightjar.asl.parse.TaskState;
import dev.nightjar.asl.parse.WaitState;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/** The reserved variable {@code $states} (specification, "Reserved variable: $states"). */
final class StatesObject {
    private StatesObject() {}

    /** Input and context of a visit; the caller adds result or errorOutput. */
    static ObjectNode of(StateRun run, @Nullable MapItem item) {
        StateTrial trial = run.execution().engine().trial();
        ObjectNode context = Json.object();
        context.setAll(trial == null ? run.execution().context() : trial.context());
        if (trial == null || !trial.wholeContext()) {
            addVisit(context, run, item);
        }
        ObjectNode states = Json.object("input", run.input());
        states.set("context", context);
        return states;
    }

    private static void addVisit(ObjectNode context, StateRun run, @Nullable MapItem item) {
        ObjectNode state = Json.object();
        state.put("EnteredTime", Json.time(run.enteredAt()));
        state.put("Name", run.state().name());
        if (isRetried(run.state())) {
            state.put("RetryCount", run.retries());
        }
        context.set("State", state);
        if (run.taskToken() != null) {
            context.set("Task", Json.object().put("Token", run.taskToken()));
        }
        if (item != null) {
            ObjectNode element = Json.object();
            element.put("Index", item.index());
            element.set("Value", item.value());
            context.set("Map", Json.object("Item", element));
        }
    }

    /** Whether states of this type may have Retry; the context of others counts no retries. */
    private static boolean isRetried(State state) {
        return switch (state) {
            case TaskState _, ParallelState _, MapState _ -> true;
            case PassState _, ChoiceState _, WaitState _, SucceedState _, FailState _ -> false;
        };
    }
}
