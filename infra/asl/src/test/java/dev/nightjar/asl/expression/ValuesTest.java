package dev.nightjar.asl.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values are those of JSONata 2.0.6, as AWS gives them back. */
final class ValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1/0 | 'Infinity'",
                "-1/0 | '-Infinity'",
                "0/0 | 'NaN'",
                "-1e308 * 10 | '-Infinity'",
                "1e308 + 1e308 | 'Infinity'",
                "$sum([1e308, 1e308]) | 'Infinity'",
                "{'a': [1/0]} | {'a':['Infinity']}",
                "1/0 > 1 | true",
                "0/0 = 0/0 | false",
                "$abs(-1/0) | 'Infinity'",
                "1/0 + 1 | . D1001: Number out of range: null",
                "0/0 + 1 | . T2001: The left side of the '+' operator must evaluate to a number",
                "$string(1/0) | . D3001: Attempting to invoke string function on Infinity or NaN",
                "'' & 0/0 | . D3001: Attempting to invoke string function on Infinity or NaN",
            })
    void areTextsWhenNotFinite(String expression, String answer) throws Exception {
        assertThat(Answers.to(expression).replace('"', '\'')).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "$string(1e19) | '10000000000000000000'",
                "$string(1e20 + 5e19) | '150000000000000000000'",
                "$string(-1e21) | '-1e+21'",
                "$string(1.5e300) | '1.5e+300'",
                "$string(1e-6) | '0.000001'",
                "$string(1e-7) | '1e-7'",
                "$string(-2.5e-9) | '-2.5e-9'",
                "$string(0.1 + 0.2) | '0.3'",
                "$string(1/3) | '0.333333333333333'",
                "$string($states.input.one) | '1'",
                "$string($states.input.big) | '9007199254740990'",
                "1e21 & '' | '1e+21'",
                "[1e21, 1e-7] & '' | '[1e+21,1e-7]'",
            })
    void areWrittenAsJavaScriptWritesNumbers(String expression, String answer) throws Exception {
        assertThat(Answers.to(expression)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "$count($states.input.nil) | 1",
                "$count([null, null]) | 2",
                "$exists($states.input.nil) | true",
                "$type($states.input.nil) | 'null'",
                "$string($states.input.nil) | 'null'",
                "$boolean($states.input.nil) | false",
                "$append($states.input.nil, 1) | [null,1]",
                "[$states.input.nil] | [null]",
                "$states.input.nil = null | true",
                "null in [1, null] | true",
                "$distinct([null, 1, null]) | [null,1]",
                "$map([null, 1], function($v) { $v }) | [null,1]",
                "$reduce([null, 1], function($a, $b) { $string($a) & $b }) | 'null1'",
                "{'a': null}.a | null",
                "$states.input.nil.a | undefined",
                "$length($states.input.nil) | . T0410: Argument 1 of function 'length'"
                        + " does not match function signature",
                "$number(null) | . T0410: Argument 1 of function 'number' does not match"
                        + " function signature",
                "null + 1 | . T2001: The left side of the '+' operator must evaluate to a number",
            })
    void takeNullForAValue(String expression, String answer) throws Exception {
        assertThat(Answers.to(expression).replace('"', '\'')).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '"',
            value = {
                "[1, 2.0] = [1.0, 2] => true",
                "{'a': 1, 'b': [1]} = {'b': [1.0], 'a': 1} => true",
                "[1..3] = [1, 2, 3] => true",
                "{} in [{}] => false",
                "$states.input.people[-0.5].name => 'Cid'",
                "$states.input.list[4294967296] => undefined",
                "[[1..2]] => [[1,2]]",
                "$states.input.empty{'a': 1} => {'a':1}",
                "$states.input.people^(age).name => ['Cid','Ann','Bob']",
                "$states.input.people^(>age).name => ['Ann','Cid','Bob']",
                "$states.input.people{name: age} => {'Ann':30,'Cid':20}",
                "$states.input.people.(%.text) => ['abc','abc','abc']",
                "$states.input ~> |people|{'age': 1}, 'name'| ~> $lookup('people') =>"
                        + " [{'age':1},{'age':1},{'age':1}]",
                "$states.input.people[0].name => 'Ann'",
                "true and $error('x') => . D3137: x",
            })
    void behaveInOperatorsAsTheReferenceHasIt(String expression, String answer) throws Exception {
        assertThat(Answers.to(expression)).isEqualTo(answer);
    }
}
