package dev.nightjar.asl.check;

import dev.nightjar.asl.ErrorName;
import dev.nightjar.asl.Problem;
import dev.nightjar.asl.parse.Catcher;
import dev.nightjar.asl.parse.Retrier;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.StateMachine;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * ErrorEquals: {@code States.ALL} stands alone and last, and other names from {@code States.} are
 * among those that the language has (specification, "Errors").
 */
final class ErrorMatchers implements Rule {
    private static final String RESERVED = "States.";
    private static final Set<String> NAMES =
            Set.of(
                    ErrorName.ALL,
                    ErrorName.TASK_FAILED,
                    ErrorName.TIMEOUT,
                    ErrorName.HEARTBEAT_TIMEOUT,
                    ErrorName.RUNTIME,
                    ErrorName.DATA_LIMIT_EXCEEDED,
                    ErrorName.QUERY_EVALUATION_ERROR,
                    ErrorName.EXCEED_TOLERATED_FAILURE_THRESHOLD,
                    ErrorName.ITEM_READER_FAILED,
                    ErrorName.NO_CHOICE_MATCHED,
                    ErrorName.PERMISSIONS,
                    ErrorName.BRANCH_FAILED,
                    "States.ResultWriterFailed",
                    "States.Http.Socket",
                    "States.ParameterPathFailure",
                    "States.ResultPathMatchFailure",
                    "States.IntrinsicFailure");

    @Override
    public void check(StateMachine machine, Consumer<Problem> problems) {
        machine.allStates().forEach(state -> check(state, problems));
    }

    private static void check(State state, Consumer<Problem> problems) {
        List<Retrier> retriers = state.retry();
        for (int i = 0; i < retriers.size(); i++) {
            Retrier each = retriers.get(i);
            check(each.pointer(), each.errorEquals(), i == retriers.size() - 1, problems);
        }
        List<Catcher> catchers = state.catchers();
        for (int i = 0; i < catchers.size(); i++) {
            Catcher each = catchers.get(i);
            check(each.pointer(), each.errorEquals(), i == catchers.size() - 1, problems);
        }
    }

    private static void check(
            String element, List<String> names, boolean last, Consumer<Problem> problems) {
        String pointer = element + "/ErrorEquals";
        if (names.contains(ErrorName.ALL) && names.size() > 1) {
            problems.accept(
                    Problem.error(
                            pointer,
                            Problem.SCHEMA,
                            "States.ALL must appear alone",
                            "Take the other names out; States.ALL matches them."));
        }
        if (names.contains(ErrorName.ALL) && !last) {
            problems.accept(
                    Problem.error(
                            pointer,
                            Problem.SCHEMA,
                            "States.ALL must appear in the last element",
                            "Move the element to the end; none after it is ever looked at."));
        }
        for (String name : names) {
            if (name.startsWith(RESERVED) && !NAMES.contains(name)) {
                problems.accept(
                        Problem.error(
                                pointer,
                                Problem.SCHEMA,
                                "Unknown reserved error name: " + name,
                                "Names of your own must not begin with States."));
            }
        }
    }
}
