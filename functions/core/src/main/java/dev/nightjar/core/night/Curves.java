package dev.nightjar.core.night;

import java.util.List;

/**
 * Pictures of the challenger (and champion) on holdout, at most 200 points each; empty where a task
 * has no such curve.
 *
 * @param roc false positive rate, true positive rate
 * @param championRoc the champion's
 * @param calibration mean score, observed share, rows
 * @param residuals prediction, residual
 */
public record Curves(
        List<List<Double>> roc,
        List<List<Double>> championRoc,
        List<List<Double>> calibration,
        List<List<Double>> residuals) {
    /** No picture. */
    public static final Curves NONE = new Curves(List.of(), List.of(), List.of(), List.of());

    public Curves {
        roc = List.copyOf(roc);
        championRoc = List.copyOf(championRoc);
        calibration = List.copyOf(calibration);
        residuals = List.copyOf(residuals);
    }
}
