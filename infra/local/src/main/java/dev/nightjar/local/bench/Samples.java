package dev.nightjar.local.bench;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/** What one side gave, round by round; never empty. */
record Samples(List<Double> values) {
    Samples {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("there is no sample");
        }
    }

    /** The middle one; of two in the middle, their mean; not a number where any is none. */
    double median() {
        if (values.stream().anyMatch(value -> value.isNaN())) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The median; null where a side gave no number, for it was not there. */
    @Nullable Double known() {
        double median = median();
        return Double.isNaN(median) ? null : median;
    }

    /** From the least to the most, as a part of the median. */
    double spread() {
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return (most - least) / median();
    }

    /** {@code median of 5, spread 12 %}. */
    String text() {
        return values.size() == 1
                ? "one sample"
                : String.format(
                        Locale.ROOT, "median of %d, spread %.0f %%", values.size(), spread() * 100);
    }
}
