package dev.nightjar.local.bench;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One line of a benchmark's answer, as {@code --json} writes it.
 *
 * @param benchmark what was measured: the benchmark's name, then what of it
 * @param measured on our side, in the unit
 * @param baseline on the other side, in the unit; null where there was none
 * @param ratio measured / baseline; null without a baseline
 * @param rows how many things one sample worked on
 * @param threads that worked at once on our side
 * @param goal what the ratio should be; null where nothing is asked
 * @param met whether it is; null without a goal or a ratio
 */
record Figure(
        String benchmark,
        double measured,
        @Nullable Double baseline,
        @Nullable Double ratio,
        String unit,
        long rows,
        int threads,
        String notes,
        @Nullable String goal,
        @Nullable Boolean met) {
    Figure {
        requireNonNull(benchmark, "benchmark is null");
        requireNonNull(unit, "unit is null");
        requireNonNull(notes, "notes is null");
    }

    /** A figure, with what follows from its two sides. */
    static Figure of(
            String benchmark,
            String unit,
            double measured,
            @Nullable Double baseline,
            @Nullable Goal goal,
            Size size,
            List<String> notes) {
        Double ratio = baseline == null ? null : measured / baseline;
        return new Figure(
                benchmark,
                measured,
                baseline,
                ratio,
                unit,
                size.rows(),
                size.threads(),
                String.join("; ", notes),
                goal == null ? null : goal.text(),
                (goal == null || ratio == null) ? null : goal.isMetBy(ratio));
    }

    /** How much was worked on, and by how many. */
    record Size(long rows, int threads) {}
}
