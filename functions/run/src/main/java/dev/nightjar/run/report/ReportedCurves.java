package dev.nightjar.run.report;

import dev.nightjar.core.metric.Point;
import dev.nightjar.core.night.Curves;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The curves of a report, at most 200 points each; null where the task has no such curve.
 *
 * @param roc the challenger's: false positive rate, true positive rate
 * @param championRoc the champion's
 * @param residuals prediction, residual, and what {@link Curves} adds
 * @param calibration mean score, observed share, rows
 */
public record ReportedCurves(
        @Nullable List<List<Double>> roc,
        @Nullable List<List<Double>> championRoc,
        @Nullable List<List<Double>> residuals,
        @Nullable List<List<Double>> calibration) {
    static final ReportedCurves NONE = new ReportedCurves(null, null, null, null);

    static ReportedCurves of(Curves curves) {
        return new ReportedCurves(
                thinned(curves.roc()),
                thinned(curves.championRoc()),
                thinned(curves.residuals()),
                thinned(curves.calibration()));
    }

    /** Evenly chosen points, first and last among them; null for no point. */
    static @Nullable List<List<Double>> thinned(List<List<Double>> points) {
        if (points.isEmpty()) {
            return null;
        }
        if (points.size() <= Point.MOST) {
            return points;
        }
        return IntStream.range(0, Point.MOST)
                .mapToObj(
                        i -> points.get((int) ((long) i * (points.size() - 1) / (Point.MOST - 1))))
                .toList();
    }
}
