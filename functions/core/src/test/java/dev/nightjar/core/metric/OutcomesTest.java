package dev.nightjar.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nightjar.core.definition.Task;
import dev.nightjar.core.gate.Metric;
import dev.nightjar.core.model.Predictions;

import org.junit.jupiter.api.Test;

import java.util.Map;

final class OutcomesTest {
    @Test
    void everyTaskHasTheMetricsThatGatesKnow() {
        for (Task task : Task.values()) {
            Outcomes outcomes = new Outcomes(task, task == Task.MULTICLASS ? 3 : 1);
            Predictions answers = new Predictions(2, task == Task.MULTICLASS ? 3 : 1);
            outcomes.add(0, answers, 0);
            outcomes.add(1, answers, 1);
            assertThat(outcomes.metrics().byMetric().keySet())
                    .containsExactlyElementsOf(
                            Metric.of(task).stream().filter(Metric::judgesPredictions).toList());
        }
    }

    @Test
    void multiclassCountsUnknownClassesAsMisses() {
        Outcomes outcomes = new Outcomes(Task.MULTICLASS, 2);
        Predictions answers = new Predictions(1, 2);
        answers.scores()[0][0] = 0.75;
        answers.scores()[1][0] = 0.25;
        outcomes.add(0, answers, 0);
        outcomes.add(0, answers, 0);
        outcomes.add(1, answers, 0);
        outcomes.add(-1, answers, 0);
        Map<Metric, Double> metrics = outcomes.metrics().byMetric();
        assertThat(metrics.get(Metric.ACCURACY)).isEqualTo(0.5);
        assertThat(metrics.get(Metric.MACRO_F1)).isEqualTo((2 * 2.0 / 6 + 0) / 2, within(1e-15));
        assertThat(metrics.get(Metric.LOG_LOSS))
                .isEqualTo(
                        -(2 * Math.log(0.75) + Math.log(0.25) + Math.log(1e-15)) / 4,
                        within(1e-12));
    }

    @Test
    void regressionIsMeasuredInUnitsOfTheTarget() {
        Outcomes outcomes = regression(new double[] {1, 2, 3, 6}, new double[] {1, 2, 5, 4});
        Map<Metric, Double> metrics = outcomes.metrics().byMetric();
        assertThat(metrics.get(Metric.RMSE)).isEqualTo(Math.sqrt(2), within(1e-15));
        assertThat(metrics.get(Metric.MAE)).isEqualTo(1);
        assertThat(metrics.get(Metric.R2)).isEqualTo(1 - 8 / 14.0, within(1e-15));
        assertThat(outcomes.residuals()).hasSize(4);
        assertThat(outcomes.residuals().getLast().mean()).isEqualTo(-2);
        assertThat(outcomes.roc()).isEmpty();
        assertThat(outcomes.calibration()).isEmpty();
    }

    @Test
    void residualsOfManyRowsAreSummedUp() {
        double[] truth = new double[5000];
        double[] predicted = new double[5000];
        for (int row = 0; row < truth.length; row++) {
            predicted[row] = row;
            truth[row] = row + (row % 10);
        }
        Outcomes outcomes = regression(truth, predicted);
        assertThat(outcomes.residuals()).hasSize(50);
        ResidualBin first = outcomes.residuals().getFirst();
        assertThat(first.rows()).isEqualTo(100);
        assertThat(first.predicted()).isEqualTo(49.5);
        assertThat(first.mean()).isEqualTo(4.5);
        assertThat(first.low()).isEqualTo(1);
        assertThat(first.high()).isEqualTo(8);
    }

    @Test
    void aConstantTargetIsExplainedOnlyWhenMet() {
        assertThat(Regression.r2(new double[] {2, 2}, new double[] {2, 2})).isOne();
        assertThat(Regression.r2(new double[] {2, 2}, new double[] {2, 3})).isZero();
    }

    @Test
    void aMetricThatTheRowsDoNotDefineIsLeftOut() {
        Outcomes outcomes = new Outcomes(Task.BINARY, 1);
        outcomes.add(1, new Predictions(1, 1), 0);
        assertThat(outcomes.metrics().value("auc")).isEmpty();
        assertThat(outcomes.metrics().value("brier")).hasValue(1);
    }

    @Test
    void noRowsCannotJudge() {
        assertThatThrownBy(() -> new Outcomes(Task.BINARY, 1).metrics())
                .isInstanceOf(IllegalStateException.class);
    }

    private static Outcomes regression(double[] truth, double[] predicted) {
        Outcomes outcomes = new Outcomes(Task.REGRESSION, 1);
        Predictions answers = new Predictions(truth.length, 1);
        for (int row = 0; row < truth.length; row++) {
            answers.scores()[0][row] = predicted[row];
            outcomes.add(truth[row], answers, row);
        }
        return outcomes;
    }
}
