package dev.nightjar.asl.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;

/** References that a state machine does not have are refused where it is created. */
final class ReferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '"',
            value = {
                "a => a",
                "`a b`.c => a b",
                "a.b.c => a",
                "'a'.b => a",
                "a[0].b => a",
                "a = 1 => a",
                "-a => a",
                "a ? 1 : 2 => a",
                "$v ? a : b => a,b",
                "a and b => a,b",
                "a in [b] => a,b",
                "a & b & c => a,b,c",
                "$f(a, b) => a,b",
                "a(1) => a",
                "$f(?, a) => a",
                "(1; a) => a",
                "(a).b => a",
                "[a].b => a",
                "[a..b] => a,b",
                "{a: b} => a,b",
                "{'k': a}.b => a",
                "($x := a; $x) => a",
                "a ~> $f(b) => a,b",
                "a^(b) => a",
                "a{b: c} => a",
                "a[b] => a",
                "a@$x.$x => a",
                "a#$i => a",
                "a ~> |b|{'c': d}| => a",
                "function($x) { a } => a",
                "function($x) { function($y) { $x + a } } => a",
                "$ => $",
                "$.a => $",
                "$[0] => $",
                "$f($) => $",
                "function($x) { $ } => $",
                "* => *",
                "** => **",
                "*.a => *",
            })
    void areRefusedAtTheTopLevel(String expression, String names) throws Exception {
        List<String> expected =
                Arrays.stream(names.split(","))
                        .map(
                                name ->
                                        "Reference to '"
                                                + name
                                                + "' at the top level is not supported.")
                        .toList();
        assertThat(refused(expression, StatesFields.INPUT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$states.input.a",
                "$states.context.Execution.Id",
                "$v.a.b",
                "$v.*",
                "$v.**.a",
                "$v[a > 1]",
                "$v[$ > 1]",
                "$v[0][a]",
                "$v^(a, >b)",
                "$v{a: $sum(b)}",
                "$v.(a)",
                "$v.{'k': a}",
                "$v.[a, b]",
                "$v.$f(a)",
                "$v.$map(a, function($x) { b })",
                "$v.(a.%.b)",
                "$v@$x.a",
                "$v ~> |a|{'b': c}, 'd'|",
                "$v ~> $f",
                "{'k': 1}.a",
                "'a'",
                "$string()",
                "function($x) { $x.a }",
                "$replace('a', /b/, 'c')",
                "$",
            })
    void areAllowedWithinAValue(String expression) throws Exception {
        String inner = expression.equals("$") ? "$v.$" : expression;
        assertThat(refused(inner, StatesFields.INPUT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$$", "$$.a", "$v[$$.a]", "$v.($$)", "function() { $$ }"})
    void toTheRootAreRefusedEverywhere(String expression) throws Exception {
        assertThat(refused(expression, StatesFields.RESULT))
                .containsExactly("Reference to '$$' is not supported.");
    }

    @Test
    void areToldInTheOrderOfTheTextAndOnce() throws Exception {
        assertThat(refused("{'x': b, 'y': a + b + $$}", StatesFields.INPUT))
                .containsExactly(
                        "Reference to 'b' at the top level is not supported.",
                        "Reference to 'a' at the top level is not supported.",
                        "Reference to '$$' is not supported.");
    }

    @ParameterizedTest
    @CsvSource({
        "$states.result.a, RESULT",
        "$f($states.result), RESULT",
        "$v[$states.errorOutput.Error = a], ERROR_OUTPUT",
        "$states.errorOutput.Cause, ERROR_OUTPUT",
    })
    void toAnOutcomeAreAllowedWhereThereIsOne(String expression, StatesFields offered)
            throws Exception {
        assertThat(refused(expression, offered)).isEmpty();
        for (StatesFields other : StatesFields.values()) {
            if (other != offered) {
                assertThat(refused(expression, other)).hasSize(1);
            }
        }
    }

    private static List<String> refused(String expression, StatesFields offered) throws Exception {
        return Answers.compiled(expression).unsupportedReferences(offered);
    }
}
