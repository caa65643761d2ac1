package dev.nightjar.asl.expression;

/** Compiles expressions. Immutable and safe for use by many threads. */
@FunctionalInterface
public interface ExpressionLanguage {

    /**
     * Compiles an expression.
     *
     * @throws ExpressionSyntaxException when the text is not an expression
     */
    Expression compile(String source) throws ExpressionSyntaxException;

    /** JSONata with the functions and the limits of AWS. */
    static ExpressionLanguage jsonata() {
        return JsonataExpression::compile;
    }
}
