package dev.nightjar.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

final class BinaryTest {
    @Test
    void aucIsTheShareOfPairsInOrderWithTiesHalved() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            boolean[] positive = new boolean[40];
            double[] score = new double[40];
            for (int row = 0; row < 40; row++) {
                positive[row] = random.nextInt(3) == 0;
                score[row] = random.nextInt(12) / 12.0;
            }
            positive[0] = true;
            positive[1] = false;
            assertThat(Binary.auc(positive, score))
                    .isEqualTo(pairs(positive, score), within(1e-12));
        }
    }

    @Test
    void aucOfOneClassIsUndefined() {
        assertThat(Binary.auc(new boolean[] {true, true}, new double[] {0, 1})).isNaN();
    }

    @Test
    void logLossIsInNatsAndClipped() {
        boolean[] positive = {true, false};
        assertThat(Binary.logLoss(positive, new double[] {0.5, 0.5}))
                .isEqualTo(Math.log(2), within(1e-15));
        assertThat(Binary.logLoss(positive, new double[] {0, 0.5}))
                .isEqualTo((Math.log(2) - Math.log(1e-15)) / 2, within(1e-12));
    }

    @Test
    void brierIsTheMeanSquaredDistance() {
        assertThat(Binary.brier(new boolean[] {true, false}, new double[] {0.8, 0.4}))
                .isEqualTo((0.04 + 0.16) / 2, within(1e-15));
    }

    @Test
    void rocRisesFromZeroToOneInAtMost200PointsAndKeepsTheArea() {
        Random random = new Random(3);
        int rows = 50_000;
        boolean[] positive = new boolean[rows];
        double[] score = new double[rows];
        for (int row = 0; row < rows; row++) {
            positive[row] = random.nextInt(20) == 0;
            score[row] = random.nextGaussian() + (positive[row] ? 1 : 0);
        }
        List<Point> curve = Binary.roc(positive, score);
        assertThat(curve).hasSizeBetween(150, Point.MOST);
        assertThat(curve.getFirst()).isEqualTo(new Point(0, 0));
        assertThat(curve.getLast()).isEqualTo(new Point(1, 1));
        double area = 0;
        for (int i = 1; i < curve.size(); i++) {
            Point from = curve.get(i - 1);
            Point to = curve.get(i);
            assertThat(to.x()).isGreaterThanOrEqualTo(from.x());
            assertThat(to.y()).isGreaterThanOrEqualTo(from.y());
            area += (to.x() - from.x()) * (to.y() + from.y()) / 2;
        }
        assertThat(area).isEqualTo(Binary.auc(positive, score), within(2e-3));
    }

    @Test
    void rocOfFewRowsHasEachThreshold() {
        boolean[] positive = {true, false, true};
        assertThat(Binary.roc(positive, new double[] {0.9, 0.5, 0.5}))
                .containsExactly(new Point(0, 0), new Point(0, 0.5), new Point(1, 1));
    }

    @Test
    void calibrationComparesPredictedWithObservedShares() {
        boolean[] positive = {true, false, true, true};
        double[] score = {0.12, 0.14, 1.0, 0.97};
        List<CalibrationBin> bins = Binary.calibration(positive, score);
        assertThat(bins).hasSize(2);
        assertThat(bins.getFirst().predicted()).isEqualTo(0.13, within(1e-12));
        assertThat(bins.getFirst().observed()).isEqualTo(0.5);
        assertThat(bins.getLast().rows()).isEqualTo(2);
    }

    private static double pairs(boolean[] positive, double[] score) {
        double won = 0;
        long pairs = 0;
        for (int i = 0; i < score.length; i++) {
            for (int j = 0; j < score.length; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    won += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
                }
            }
        }
        return won / pairs;
    }
}
