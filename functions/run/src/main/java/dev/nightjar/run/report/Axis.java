package dev.nightjar.run.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The span of values that a chart shows, with ticks at numbers that people like: 1, 2 and 5 times a
 * power of ten.
 *
 * @param from value at the near end
 * @param to value at the far end
 * @param step from tick to tick
 */
record Axis(double from, double to, double step) {
    private static final int ABOUT = 6;

    Axis {
        if (!(from < to) || !(step > 0) || !Double.isFinite(to - from)) {
            throw new IllegalArgumentException("no axis: " + from + ".." + to + " by " + step);
        }
    }

    /** From 0 to 1. */
    static Axis shares() {
        return new Axis(0, 1, 0.2);
    }

    /** From 0 to a good number at or above the value. */
    static Axis upTo(double most) {
        double end = most > 0 && Double.isFinite(most) ? most : 1;
        double step = goodStep(end);
        return new Axis(0, step * Math.ceil(end / step - 1e-9), step);
    }

    /** Over all values; those that are no number are passed over. */
    static Axis over(List<Double> values) {
        List<Double> finite = values.stream().filter(Double::isFinite).toList();
        double least = finite.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = finite.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        if (least == most) {
            double room = least == 0 ? 1 : Math.abs(least) / 2;
            return over(List.of(least - room, most + room));
        }
        double step = goodStep(most - least);
        return new Axis(step * Math.floor(least / step), step * Math.ceil(most / step), step);
    }

    /** Where the value lies, 0 at the near end and 1 at the far end. */
    double position(double value) {
        return Math.clamp((value - from) / (to - from), 0.0, 1.0);
    }

    /** The ticks, ascending. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long first = Math.round(Math.ceil(from / step - 1e-9));
        long last = Math.round(Math.floor(to / step + 1e-9));
        for (long tick = first; tick <= last; tick++) {
            ticks.add(tick * step);
        }
        return ticks;
    }

    /** A tick's label, with as many digits as the step needs. */
    String label(double tick) {
        double size = Math.max(Math.abs(from), Math.abs(to));
        if (size >= 1e7 || step < 1e-5) {
            return tick == 0 ? "0" : Figures.plain(tick);
        }
        int digits = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        return Figures.decimal(tick == 0 ? 0 : tick, digits);
    }

    private static double goodStep(double span) {
        double rough = span / ABOUT;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double times = rough / power;
        return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
    }
}
