package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One attempt of one machine at one slot: {@code loans-20261102T0100Z-t01}. No randomness; on every
 * log line.
 *
 * @param attempt counted from 1
 */
public record RunId(String pipeline, Slot slot, Machine machine, int attempt) {
    private static final Pattern TEXT =
            Pattern.compile("([a-z][a-z0-9-]{0,39})-(\\d{8}T\\d{4}Z)-([ts])(\\d{2,4})");

    public RunId {
        requireNonNull(pipeline, "pipeline is null");
        requireNonNull(slot, "slot is null");
        requireNonNull(machine, "machine is null");
        if (attempt < 1 || attempt > 9999) {
            throw new IllegalArgumentException("attempt is not within 1..9999: " + attempt);
        }
    }

    /**
     * Reads the name of a run.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static RunId parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no run; a run reads like loans-20261102T0100Z-t01");
        }
        Machine machine = matcher.group(3).equals("t") ? Machine.TRAINING : Machine.SCORING;
        return new RunId(
                matcher.group(1),
                Slot.parse(matcher.group(2)),
                machine,
                Integer.parseInt(matcher.group(4)));
    }

    /** The same slot's other attempt. */
    public RunId withAttempt(int other) {
        return new RunId(pipeline, slot, machine, other);
    }

    @Override
    public String toString() {
        return pipeline
                + "-"
                + slot
                + "-"
                + machine.letter()
                + String.format(Locale.ROOT, "%02d", attempt);
    }
}
