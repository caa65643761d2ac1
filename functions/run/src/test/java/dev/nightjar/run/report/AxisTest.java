package dev.nightjar.run.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

final class AxisTest {
    @Test
    void ticksStandAtGoodNumbers() {
        Axis axis = Axis.over(List.of(-13.2, 41.7));

        assertThat(axis.ticks()).containsExactly(-20.0, -10.0, 0.0, 10.0, 20.0, 30.0, 40.0, 50.0);
        assertThat(axis.label(-20)).isEqualTo("−20");
    }

    @Test
    void sharesHaveOneDigit() {
        Axis axis = Axis.shares();

        assertThat(axis.ticks().stream().map(axis::label))
                .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
    }

    @Test
    void oneValueGetsRoom() {
        Axis axis = Axis.over(List.of(5.0, 5.0));

        assertThat(axis.from()).isLessThan(5);
        assertThat(axis.to()).isGreaterThan(5);
    }

    @Test
    void noValueAndNoNumberGetAnAxisToo() {
        assertThat(Axis.over(List.of(Double.NaN)).ticks()).isNotEmpty();
        assertThat(Axis.upTo(0).to()).isEqualTo(1);
    }

    @Test
    void positionsStayWithin() {
        assertThat(Axis.upTo(10).position(5)).isEqualTo(0.5, within(1e-12));
        assertThat(Axis.upTo(10).position(99)).isEqualTo(1);
    }
}
