package dev.nightjar.asl.check;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.parse.ParseResult;
import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.StateMachineParser;

import java.util.ArrayList;
import java.util.List;

/**
 * Says everything that AWS would refuse about a document, as ValidateStateMachineDefinition does,
 * and everything that the engine does not implement. Safe for use by many threads.
 */
public final class Checker {
    private static final List<Rule> RULES =
            List.of(
                    new UniqueStateNames(),
                    new TransitionTargets(),
                    new ErrorMatchers(),
                    new Names(),
                    new Labels(),
                    new Resources());

    private static final List<Rule> RULES_OF_SOUND_FIELDS =
            List.of(new EmptyTargets(), new ReachableStates(), new TerminalStates());

    private Checker() {}

    /**
     * All problems of a text; empty when it can be run. Whether every state is reached is judged
     * once all fields are sound: one wrong field would make every state behind it a problem.
     */
    public static List<Problem> check(String text) {
        ParseResult result = StateMachineParser.parse(text);
        List<Problem> problems = new ArrayList<>(result.problems());
        StateMachine machine = result.machine();
        if (machine != null) {
            RULES.forEach(rule -> rule.check(machine, problems::add));
            if (result.problems().stream().noneMatch(Checker::isOfFields)) {
                RULES_OF_SOUND_FIELDS.forEach(rule -> rule.check(machine, problems::add));
            }
        }
        return List.copyOf(problems);
    }

    /** The problems of a machine beyond those that its {@link ParseResult} has. */
    public static List<Problem> check(StateMachine machine) {
        List<Problem> problems = new ArrayList<>();
        RULES.forEach(rule -> rule.check(machine, problems::add));
        RULES_OF_SOUND_FIELDS.forEach(rule -> rule.check(machine, problems::add));
        return List.copyOf(problems);
    }

    private static boolean isOfFields(Problem problem) {
        return problem.isError() && !problem.code().equals(Problem.NOT_IMPLEMENTED);
    }
}
