package dev.nightjar.asl.check;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.TaskState;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * State names keep within the limit, and a Task's Resource is an ARN, or a placeholder that stands
 * for one (specification, "States", "Task State").
 */
final class Names implements Rule {
    private static final int LONGEST = 80;
    private static final Pattern RESOURCE = Pattern.compile("arn:[^:]+:.+|\\$\\{[A-Za-z0-9_]+}");

    @Override
    public void check(StateMachine machine, Consumer<Problem> problems) {
        machine.allStates().forEach(state -> check(state, problems));
    }

    private static void check(State state, Consumer<Problem> problems) {
        if (state.name().isEmpty() || state.name().length() > LONGEST) {
            problems.accept(
                    Problem.error(
                            state.pointer(),
                            Problem.SCHEMA,
                            "The name of a state has 1 to " + LONGEST + " characters",
                            "Choose a shorter name."));
        }
        if (state instanceof TaskState task && !isResource(task.resource())) {
            problems.accept(
                    Problem.error(
                            state.pointer() + "/Resource",
                            Problem.SCHEMA,
                            "Resource is not an ARN: " + task.resource(),
                            "Give the ARN of an integration or of a function."));
        }
    }

    private static boolean isResource(String resource) {
        return resource.isEmpty() || RESOURCE.matcher(resource).matches();
    }
}
