package dev.nightjar.asl.expression;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text that is not JSONata 2.0.6 is refused in the words of the reference. */
final class SyntaxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "$a ?? 1 | The symbol \"?\" cannot be used as a unary operator",
                "$a ?: 1 | The symbol \":\" cannot be used as a unary operator",
                "1 + | Unexpected end of expression",
                "1 / | Unexpected end of expression",
                "(1 | Expected \")\" before end of expression",
                "(1] | Expected \")\", got \"]\"",
                "1 2 | Syntax error: 2",
                "1 null | Syntax error: null",
                "\"a | String literal must be terminated by a matching quote",
                "\"\\q\" | Unsupported escape sequence: \\\"q\"",
                "`a | Quoted property name must be terminated with a backquote (`)",
                "/* a | Comment has no closing tag",
                "/a | No terminating / in regular expression",
                "1e999 | Number out of range: \"1e999\"",
                "a.1 | The literal value 1 cannot be used as a step within a path expression",
                "1 := 2 | The left side of := must be a variable name (start with $)",
                "a[0]@$x | A context variable binding must precede any predicates on a step",
                "a^(b)@$x | A context variable binding must precede the 'order-by' clause on a step",
                "% | The object representing the 'parent' cannot be derived from this expression",
                "function(a) {1} | Parameter \"a\" of function definition must be a variable name"
                        + " (start with $)",
                "function($a)<n<n>> {1} | Type parameters can only be applied to functions and"
                        + " arrays",
            })
    void isRefused(String text, String message) {
        assertThatThrownBy(() -> Answers.compiled(text))
                .isInstanceOf(ExpressionSyntaxException.class)
                .hasMessage(message);
    }
}
