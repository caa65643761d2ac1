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

/** What a state type does with an attempt. */
interface Behaviour {

    /** Begins; ends the attempt now or later, or fails it. */
    void begin(Attempt attempt) throws StateFailedException;

    /** Takes up an attempt that another process began; by default from its beginning. */
    default void resume(Attempt attempt, StateImage image) throws StateFailedException {
        begin(attempt);
    }

    static Behaviour of(State state) {
        return switch (state) {
            case PassState pass -> new PassBehaviour(pass);
            case TaskState task -> new TaskBehaviour(task);
            case ChoiceState choice -> new ChoiceBehaviour(choice);
            case WaitState wait -> new WaitBehaviour(wait);
            case SucceedState succeed -> new SucceedBehaviour(succeed);
            case FailState fail -> new FailBehaviour(fail);
            case ParallelState parallel -> new ParallelBehaviour(parallel);
            case MapState map -> new MapBehaviour(map);
        };
    }
}
