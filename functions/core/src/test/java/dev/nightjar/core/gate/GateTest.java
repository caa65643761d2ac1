package dev.nightjar.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.definition.Task;
import dev.nightjar.core.gate.Gate.Reading.Parsed;
import dev.nightjar.core.gate.Gate.Reading.Refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

final class GateTest {
    private static final Map<Metric, Double> CHAMPION = Map.of(Metric.AUC, 0.8, Metric.RMSE, 100.0);

    @ParameterizedTest
    @CsvSource({
        "auc >= 0.75, 0.75, 0.75, true",
        "auc > 0.75, 0.75, 0.75, false",
        "rmse <= 90, 90, 90, true",
        "rmse < 90, 90, 90, false",
        "auc >= champion.auc, 0.79, 0.8, false",
        "auc >= champion.auc - 0.002, 0.799, 0.798, true",
        "auc>=champion.auc+0.01, 0.805, 0.81, false",
        "rmse <= champion.rmse * 1.02, 101, 102, true",
        "r2 >= -0.5, -0.4, -0.5, true"
    })
    void comparesTheMeasuredWithTheRequired(
            String text, double measured, double required, boolean passed) {
        Gate gate = Gate.of(text);
        assertThat(gate.evaluate(Map.of(gate.metric(), measured), CHAMPION))
                .isEqualTo(new GateResult(text, measured, required, passed, null));
    }

    @Test
    void passesWhenNothingServesAndSaysSo() {
        assertThat(Gate.of("auc >= champion.auc").evaluate(Map.of(Metric.AUC, 0.1), null))
                .isEqualTo(
                        new GateResult(
                                "auc >= champion.auc", 0.1, null, true, "nothing serves: passed"));
        assertThat(Gate.of("auc >= 0.5").evaluate(Map.of(Metric.AUC, 0.1), null).passed())
                .isFalse();
    }

    @Test
    void isClosedForWhatWasNotMeasured() {
        assertThat(Gate.of("auc >= 0.5").evaluate(Map.of(), null))
                .isEqualTo(
                        new GateResult(
                                "auc >= 0.5",
                                null,
                                0.5,
                                false,
                                "auc of the challenger was not measured"));
        assertThat(Gate.of("r2 >= champion.r2").evaluate(Map.of(Metric.R2, 1.0), CHAMPION))
                .isEqualTo(
                        new GateResult(
                                "r2 >= champion.r2",
                                1.0,
                                null,
                                false,
                                "r2 of the champion was not measured"));
        assertThat(Gate.of("auc >= 0").evaluate(Map.of(Metric.AUC, Double.NaN), null).passed())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "auc",
                "auc >=",
                "auc = 0.7",
                "auc >= 0.75.1",
                "auc >= 0x1",
                "auc >= NaN",
                "auc >= champion",
                "auc >= champion.auc 0.1",
                "auc >= champion.auc / 2",
                "auc >= 1_0",
                "roc >= 0.5",
                "auc >= 1.5",
                "auc >= -1",
                "logLoss <= -0.1",
                "r2 >= 2",
                "rmse <= champion.rmse * -1",
                "auc >= 1e999"
            })
    void refusesWhatIsNoGate(String text) {
        assertThat(Gate.parse(text)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Gate.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhatWouldBeRight() {
        assertThat(Gate.parse("auc > 75"))
                .isEqualTo(new Refused("gate 'auc > 75': auc lies in 0..1", "Did you mean 0.75?"));
        assertThat(Gate.parse("r2 >= 3"))
                .isEqualTo(
                        new Refused(
                                "gate 'r2 >= 3': r2 lies in 1 and below",
                                "Write a value that it can take"));
        assertThat(Gate.parse("auc >= 0.5")).isInstanceOf(Parsed.class);
    }

    @Test
    void metricsKnowTheirTasksAndDirections() {
        assertThat(Metric.of(Task.BINARY))
                .extracting(Metric::toString)
                .containsExactly("auc", "logLoss", "brier", "rowsPerSecond", "modelBytes");
        assertThat(Metric.of(Task.MULTICLASS))
                .extracting(Metric::toString)
                .containsExactly("logLoss", "accuracy", "macroF1", "rowsPerSecond", "modelBytes");
        assertThat(Metric.of(Task.REGRESSION))
                .extracting(Metric::toString)
                .containsExactly("rmse", "mae", "r2", "rowsPerSecond", "modelBytes");
        assertThat(Metric.RMSE.isBetter(1, 2)).isTrue();
        assertThat(Metric.AUC.isBetter(1, 2)).isFalse();
        assertThat(Metric.AUC.isBetter(Double.NaN, 0)).isFalse();
        assertThat(Metric.named("macroF1")).contains(Metric.MACRO_F1);
    }
}
