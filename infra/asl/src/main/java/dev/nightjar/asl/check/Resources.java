package dev.nightjar.asl.check;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.TaskState;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A Task's Resource is an ARN, or a placeholder that stands for one, and an optimised integration
 * has the pattern it names (specification, "Task State"; "Integrating services", developer guide).
 */
final class Resources implements Rule {
    private static final Pattern ARN =
            Pattern.compile("arn:[a-z0-9-]+:[a-z0-9-]+:[^:]*:[^:]*:.+", Pattern.DOTALL);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]+}");
    private static final String INTEGRATION = "arn:aws:states:::";
    private static final Set<String> BY_TOKEN = Set.of("", ".waitForTaskToken");
    private static final Set<String> BY_RUN = Set.of("", ".sync", ".sync:2", ".waitForTaskToken");
    private static final Map<String, Set<String>> PATTERNS =
            Map.of(
                    "lambda:invoke", BY_TOKEN,
                    "sns:publish", BY_TOKEN,
                    "sqs:sendMessage", BY_TOKEN,
                    "events:putEvents", BY_TOKEN,
                    "states:startExecution", BY_RUN);

    @Override
    public void check(StateMachine machine, Consumer<Problem> problems) {
        machine.allStates().forEach(state -> check(state, problems));
    }

    private static void check(State state, Consumer<Problem> problems) {
        if (state instanceof TaskState task
                && !task.resource().isEmpty()
                && !isResource(task.resource())) {
            problems.accept(
                    Problem.error(
                            state.pointer() + "/Resource",
                            Problem.SCHEMA,
                            "The resource provided "
                                    + task.resource()
                                    + " is not recognized. The value is not a valid resource ARN,"
                                    + " or the resource is not available in this region.",
                            "Give the ARN of an integration or of a function."));
        }
    }

    private static boolean isResource(String resource) {
        if (PLACEHOLDER.matcher(resource).matches()) {
            return true;
        }
        if (!ARN.matcher(resource).matches()) {
            return resource.contains("${") && resource.startsWith("arn:");
        }
        if (!resource.startsWith(INTEGRATION)) {
            return true;
        }
        String name = resource.substring(INTEGRATION.length());
        int dot = name.indexOf('.');
        String api = dot < 0 ? name : name.substring(0, dot);
        Set<String> patterns = PATTERNS.get(api);
        return patterns == null || patterns.contains(dot < 0 ? "" : name.substring(dot));
    }
}
