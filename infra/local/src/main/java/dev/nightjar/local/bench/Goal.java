package dev.nightjar.local.bench;

import java.util.Locale;

/**
 * What a ratio should be.
 *
 * @param atLeast whether the limit is the least or the most that is good
 */
record Goal(boolean atLeast, double limit) {

    static Goal atLeast(double limit) {
        return new Goal(true, limit);
    }

    static Goal atMost(double limit) {
        return new Goal(false, limit);
    }

    boolean isMetBy(double ratio) {
        return atLeast ? ratio >= limit : ratio <= limit;
    }

    /** {@code >= 50}. */
    String text() {
        String number =
                String.format(Locale.ROOT, limit == Math.rint(limit) ? "%.0f" : "%s", limit);
        return (atLeast ? ">= " : "<= ") + number;
    }
}
