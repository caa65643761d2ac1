package dev.nightjar.run.report;

import java.util.List;
import java.util.stream.IntStream;

/** Curves of sample models. */
final class SampleCurves {
    private SampleCurves() {}

    static List<List<Double>> roc(double power) {
        return IntStream.rangeClosed(0, 199)
                .mapToObj(i -> i / 199.0)
                .map(x -> List.of(x, 1 - Math.pow(1 - x, power)))
                .toList();
    }

    static List<List<Double>> calibration(double slope) {
        return IntStream.range(0, 17)
                .mapToObj(i -> (i + 0.5) / 20)
                .map(
                        x ->
                                List.of(
                                        x,
                                        Math.clamp(x * slope + 0.03 * Math.sin(20 * x), 0.0, 1.0),
                                        Math.rint(4_000 * Math.exp(-5 * x) + 12)))
                .toList();
    }

    static List<Double> residual(double prediction, int bin) {
        double wave = 6_000 * Math.sin(bin / 4.0);
        double width = 40_000 + 1_100.0 * bin;
        return List.of(prediction, wave, wave - width, wave + 1.2 * width, 82.0);
    }
}
