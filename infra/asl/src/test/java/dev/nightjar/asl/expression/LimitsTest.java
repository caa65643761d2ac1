package dev.nightjar.asl.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.JsonNodeFactory;

import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** No expression takes the process down, or hangs. */
final class LimitsTest {
    private static final String MEMORY =
            ": Expression evaluation memory limit exceeded: Check for excessive memory usage";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1..873783]",
                "[1..10000].([1..10000])",
                "$range(1, 360146, 1)",
                "($f := function($s) { $f($s & $s) }; $f('x'))",
                "$pad('', 1000000000)",
                "$join([1..100000].$pad('', 1000))",
                "$append([1..800000], [1..800000])",
                "[[1..800000], 1, [1..800000]].$",
            })
    void stopWhatNeedsTooMuchMemory(String expression) throws Exception {
        assertThat(Answers.to(expression)).isEqualTo(MEMORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$count([1..873782])",
                "$length(($f := function($s, $n) { $n = 0 ? $s : $f($s & $s, $n - 1) };"
                        + " $f('x', 22)))",
                "($f := function($n) { $n = 0 ? 0 : $f($n - 1) }; $f(10000))",
                "$count($map([1..300], function($x) { [$x, $x] }))",
            })
    void letPassWhatIsLarge(String expression) throws Exception {
        assertThat(Answers.to(expression)).matches("[0-9]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($f := function($x) { 1 + $f($x) }; $f(1))",
                "true and ($f := function($x) { 1 + $f($x) }; $f(1))",
                "$map([1], ($f := function($x) { $map([1], $f) }))",
                "$reduce([1..5000], function($a, $b) { [[$a]] })",
                "$string($reduce([1..100000], function($a, $b) { [[$a]] }))",
            })
    void stopWhatNestsTooDeep(String expression) throws Exception {
        assertThat(Answers.to(expression)).startsWith(": Stack overflow error");
    }

    @Test
    void stopWhatRunsTooLongByTheGivenClock() {
        long[] nanos = {0};
        Evaluation evaluation =
                new Evaluation(
                        new Bindings(Map.of(), Instant.EPOCH, new SplittableRandom(1)),
                        () -> nanos[0] += 40_000_000_000L);
        assertThatThrownBy(() -> steps(evaluation)).isInstanceOf(Evaluation.Exceeded.class);
        assertThatCode(() -> steps(stillClock())).doesNotThrowAnyException();
    }

    private static Evaluation stillClock() {
        return new Evaluation(
                new Bindings(Map.of(), Instant.EPOCH, new SplittableRandom(1)), () -> 1);
    }

    private static void steps(Evaluation evaluation) {
        IntStream.range(0, 20_000).forEach(_ -> evaluation.step());
    }

    @Test
    void stopAPatternThatTriesEverything() throws Exception {
        assertThat(Answers.to("$contains($pad('', 40, 'a') & '!', /^(.*a){10}$/)"))
                .isEqualTo(": Expression evaluation timeout: Check for infinite loop");
    }

    @Test
    void evaluateOneExpressionInManyThreads() throws Exception {
        Expression expression = Answers.compiled("$sum($map([1..50], function($v) { $v * $n }))");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<Integer> wrong = () -> wrongAnswers(expression);
            for (Future<Integer> each :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> wrong).toList())) {
                assertThat(each.get()).isZero();
            }
        }
    }

    private static int wrongAnswers(Expression expression) throws ExpressionFailure {
        int wrong = 0;
        for (int n = 1; n <= 200; n++) {
            Bindings bindings =
                    new Bindings(
                            Map.of("n", JsonNodeFactory.instance.numberNode(n)),
                            Instant.EPOCH,
                            new SplittableRandom(1));
            wrong += expression.evaluate(bindings, "Output").intValue() == 1275 * n ? 0 : 1;
        }
        return wrong;
    }
}
