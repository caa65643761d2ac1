package dev.nightjar.core.definition;

/** The closed interval of valid values. */
public record Range(double from, double to) {
    public Range {
        if (!(from <= to)) {
            throw new IllegalArgumentException("range is empty: [" + from + ", " + to + "]");
        }
    }

    /** Whether the value lies within, ends included. */
    public boolean contains(double value) {
        return value >= from && value <= to;
    }
}
