package dev.nightjar.asl.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;

final class JsonataTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final JsonNode ORDERS =
            JSON.readTree(
                    """
                    {"orders": [{"id": "a", "price": 12.5, "lines": [1, 2]},
                                {"id": "b", "price": 3, "lines": [], "note": null}],
                     "big": 9007199254740993, "nothing": null, "empty": {}}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$sum($o.orders.price) | 15.5",
                "$o.orders[price > 5].id | 'a'",
                "$o.orders.id | '[a, b]'",
                "$o.orders^(price).id | '[b, a]'",
                "$o.orders{id: price} | '{a: 12.5, b: 3}'",
                "$o.orders[0].lines | '[1, 2]'",
                "$o.orders[1].lines | '[]'",
                "$o.big | 9007199254740993",
                "$o.nothing | null",
                "$o.orders[1].note | null",
                "$merge([$o.orders[1], {'x': 1}]) | '{id: b, price: 3, lines: [], note: null, x:"
                        + " 1}'",
                "{...$o.empty} | ERROR",
                "$keys($o.orders[0]) | '[id, price, lines]'",
                "$map($o.orders, function($v, $i) { $i }) | '[0, 1]'",
                "$o.empty | '{}'",
                "$string($o.orders[0]) | '{\"id\":\"a\",\"price\":12.5,\"lines\":[1,2]}'",
                "$lookup($o, 'big') | 9007199254740993",
                "$o.orders[0] = $o.orders[0] | true",
                "$count($o.orders.lines) | 2",
                "$append($o.orders[0].lines, 3) | '[1, 2, 3]'",
                "$reverse($o.orders[0].lines) | '[2, 1]'",
                "$spread($o.empty) | ERROR",
                "$now() | '2026-11-02T01:00:00.000Z'",
                "$millis() | 1793581200000",
                "4 / 2 | 2",
                "$eval('1') | ERROR",
                "$o.missing | ERROR"
            })
    void answersAsJsonata(String expression, String expected) throws Exception {
        Bindings bindings = bindings();
        if (expected.equals("ERROR")) {
            assertThatThrownBy(() -> evaluate(expression, bindings)).isInstanceOf(Exception.class);
        } else {
            assertThat(plain(evaluate(expression, bindings))).isEqualTo(expected);
        }
    }

    @Test
    void passesOnWhatItDoesNotTouch() throws Exception {
        assertThat(evaluate("$o", bindings())).isSameAs(ORDERS);
    }

    @Test
    void stopsAnEndlessExpression() {
        assertThatThrownBy(() -> evaluate("($f := function($x) { $f($x) + 1 }; $f(1))", bindings()))
                .isInstanceOf(ExpressionFailure.class)
                .hasMessageContaining("Stack overflow error");
    }

    @Test
    void refusesAFunctionAsAValue() {
        assertThatThrownBy(() -> evaluate("{'f': $sum}", bindings()))
                .isInstanceOf(ExpressionFailure.class)
                .hasMessageEndingWith("returned an unsupported result type.");
    }

    private static Bindings bindings() {
        return new Bindings(
                Map.of("o", ORDERS),
                Instant.parse("2026-11-02T01:00:00Z"),
                new SplittableRandom(1));
    }

    private static JsonNode evaluate(String expression, Bindings bindings) throws Exception {
        return ExpressionLanguage.jsonata().compile(expression).evaluate(bindings, "Output");
    }

    /** JSON without quotes around words, as the table above writes it. */
    private static String plain(JsonNode json) {
        if (json.isString()) {
            return json.stringValue();
        }
        return json.toString().replace("\"", "").replace(",", ", ").replace(":", ": ");
    }
}
