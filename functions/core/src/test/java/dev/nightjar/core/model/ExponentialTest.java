package dev.nightjar.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ExponentialTest {
    @Test
    void differsFromTheTrueValueByLessThanOneInTenToTheTwelve() {
        for (double x = -700; x <= 700; x += 0.00973) {
            double expected = StrictMath.exp(x);
            assertThat(Exponential.exp(x) / expected).isEqualTo(1, within(1e-12));
        }
        assertThat(Exponential.exp(0)).isOne();
    }

    @Test
    void argumentsAreClampedSoThatNothingOverflows() {
        assertThat(Exponential.exp(1e9)).isEqualTo(Exponential.exp(700)).isLessThan(1e305);
        assertThat(Exponential.exp(-1e9)).isEqualTo(Exponential.exp(-700)).isPositive();
        assertThat(Exponential.exp(Double.NaN)).isNaN();
    }

    @Test
    void compiledLoopsGiveTheBitsThatASingleCallGives() {
        double[] margins = new double[1000];
        for (int round = 0; round < 2000; round++) {
            for (int row = 0; row < margins.length; row++) {
                margins[row] = (row - 500) / 17.0;
            }
            Links.logistic(margins, margins.length);
        }
        for (int row = 0; row < margins.length; row++) {
            double single = 1.0 / (1.0 + Exponential.exp(-((row - 500) / 17.0)));
            assertThat(margins[row]).isEqualTo(single);
        }
    }
}
