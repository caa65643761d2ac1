package dev.nightjar.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class SamplesTest {
    @Test
    void theMedianOfAnOddCountIsTheMiddleOne() {
        assertThat(new Samples(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
    }

    @Test
    void theMedianOfAnEvenCountIsTheMeanOfTheMiddleTwo() {
        assertThat(new Samples(List.of(9.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3);
    }

    @Test
    void theSpreadIsAPartOfTheMedian() {
        assertThat(new Samples(List.of(10.0, 9.0, 12.0)).text())
                .isEqualTo("median of 3, spread 30 %");
    }

    @Test
    void aSideThatWentAwayIsNotKnown() {
        assertThat(new Samples(List.of(1.0, Double.NaN, 3.0)).known()).isNull();
    }

    @Test
    void roundsAskTheSidesInTurn() throws Exception {
        StringBuilder order = new StringBuilder();
        Side left =
                () -> {
                    order.append('l');
                    return 1;
                };
        Side right =
                () -> {
                    order.append('r');
                    return 2;
                };

        List<Samples> samples = Rounds.of(3, List.of(left, right));

        assertThat(order).hasToString("lrlrlr");
        assertThat(samples.getLast()).isEqualTo(new Samples(List.of(2.0, 2.0, 2.0)));
    }
}
