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

/** The event types of each state type. */
final class StateEvents {
    private StateEvents() {}

    static EventType entered(State state) {
        return switch (state) {
            case PassState _ -> EventType.PASS_STATE_ENTERED;
            case TaskState _ -> EventType.TASK_STATE_ENTERED;
            case ChoiceState _ -> EventType.CHOICE_STATE_ENTERED;
            case WaitState _ -> EventType.WAIT_STATE_ENTERED;
            case SucceedState _ -> EventType.SUCCEED_STATE_ENTERED;
            case FailState _ -> EventType.FAIL_STATE_ENTERED;
            case ParallelState _ -> EventType.PARALLEL_STATE_ENTERED;
            case MapState _ -> EventType.MAP_STATE_ENTERED;
        };
    }

    static @Nullable EventType exited(State state) {
        return switch (state) {
            case PassState _ -> EventType.PASS_STATE_EXITED;
            case TaskState _ -> EventType.TASK_STATE_EXITED;
            case ChoiceState _ -> EventType.CHOICE_STATE_EXITED;
            case WaitState _ -> EventType.WAIT_STATE_EXITED;
            case SucceedState _ -> EventType.SUCCEED_STATE_EXITED;
            case FailState _ -> null;
            case ParallelState _ -> EventType.PARALLEL_STATE_EXITED;
            case MapState _ -> EventType.MAP_STATE_EXITED;
        };
    }

    static @Nullable EventType aborted(State state) {
        return switch (state) {
            case TaskState _ -> EventType.TASK_STATE_ABORTED;
            case WaitState _ -> EventType.WAIT_STATE_ABORTED;
            case ParallelState _ -> EventType.PARALLEL_STATE_ABORTED;
            case MapState _ -> EventType.MAP_STATE_ABORTED;
            case PassState _, ChoiceState _, SucceedState _, FailState _ -> null;
        };
    }

    /** How a visit that began with the given entry is aborted, or null when that does not show. */
    static @Nullable EventType abortedAfter(EventType entry) {
        return switch (entry) {
            case TASK_STATE_ENTERED -> EventType.TASK_STATE_ABORTED;
            case WAIT_STATE_ENTERED -> EventType.WAIT_STATE_ABORTED;
            case PARALLEL_STATE_ENTERED -> EventType.PARALLEL_STATE_ABORTED;
            case MAP_STATE_ENTERED -> EventType.MAP_STATE_ABORTED;
            default -> null;
        };
    }

    /** Whether a flow enters a state by such an event. */
    static boolean isEntry(EventType type) {
        return switch (type) {
            case PASS_STATE_ENTERED,
                    TASK_STATE_ENTERED,
                    CHOICE_STATE_ENTERED,
                    WAIT_STATE_ENTERED,
                    SUCCEED_STATE_ENTERED,
                    FAIL_STATE_ENTERED,
                    PARALLEL_STATE_ENTERED,
                    MAP_STATE_ENTERED ->
                    true;
            default -> false;
        };
    }

    /** Whether a flow leaves a state by such an event. */
    static boolean isExit(EventType type) {
        return switch (type) {
            case PASS_STATE_EXITED,
                    TASK_STATE_EXITED,
                    CHOICE_STATE_EXITED,
                    WAIT_STATE_EXITED,
                    SUCCEED_STATE_EXITED,
                    PARALLEL_STATE_EXITED,
                    MAP_STATE_EXITED ->
                    true;
            default -> false;
        };
    }

    /** Whether no other event follows such an event. */
    static boolean isAside(EventType type) {
        return switch (type) {
            case TASK_STATE_ABORTED,
                    WAIT_STATE_ABORTED,
                    PARALLEL_STATE_ABORTED,
                    MAP_STATE_ABORTED,
                    MAP_ITERATION_ABORTED,
                    PARALLEL_STATE_SUCCEEDED,
                    MAP_STATE_SUCCEEDED,
                    MAP_RUN_SUCCEEDED ->
                    true;
            default -> false;
        };
    }
}
