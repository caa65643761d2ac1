package dev.nightjar.pipeline.window;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far back a run reads: whole days ({@code P1D}, {@code P2W}, {@code P3M}), or whole hours
 * ({@code PT6H}).
 *
 * @param days of the window; null for hours
 * @param hours of the window; 0 for days
 */
public record Window(@Nullable Period days, int hours) {
    private static final Pattern DAYS = Pattern.compile("P[1-9][0-9]{0,3}[DWM]");
    private static final Pattern HOURS = Pattern.compile("PT([1-9][0-9]{0,4})H");

    public Window {
        if ((days == null) == (hours == 0)) {
            throw new IllegalArgumentException("a window has days or hours");
        }
    }

    /** The window that the text writes, or empty when it writes none. */
    public static Optional<Window> parse(String text) {
        if (DAYS.matcher(text).matches()) {
            return Optional.of(new Window(Period.parse(text), 0));
        }
        Matcher hours = HOURS.matcher(text);
        return hours.matches()
                ? Optional.of(new Window(null, Integer.parseInt(hours.group(1))))
                : Optional.empty();
    }

    /** Whether it counts in hours. */
    public boolean inHours() {
        return days == null;
    }

    /** The first day of a window of days that ends before the given one. */
    LocalDate firstBefore(LocalDate end) {
        return end.minus(requireNonNull(days));
    }
}
