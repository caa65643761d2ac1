package dev.nightjar.asl.parse;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.expression.Template;

import java.util.List;

/** Turns what is wrong with expressions into problems. */
record ExpressionProblems(List<Problem> problems) implements Template.Complaints {

    @Override
    public void syntax(String pointer, String message) {
        problems.add(
                Problem.error(
                        pointer, Problem.INVALID_EXPRESSION, message, "Mend the expression."));
    }

    @Override
    public void reference(String pointer, String message) {
        problems.add(
                Problem.error(
                        pointer,
                        Problem.UNSUPPORTED_EXPRESSION,
                        message,
                        "Start from $states.input, or from a variable; $states.result and"
                                + " $states.errorOutput exist only in Assign and Output once there is"
                                + " a result or an error."));
    }
}
