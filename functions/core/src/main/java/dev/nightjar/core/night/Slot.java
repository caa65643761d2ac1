package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The scheduled time of a run, a whole minute in UTC. Work belongs to its slot, not to the clock.
 *
 * @param time a whole minute
 */
public record Slot(Instant time) implements Comparable<Slot> {
    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'", Locale.ROOT);

    public Slot {
        requireNonNull(time, "time is null");
        if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException("a slot is a whole minute, not " + time);
        }
    }

    /** The slot of the minute in which the instant lies. */
    public static Slot of(Instant instant) {
        return new Slot(instant.truncatedTo(ChronoUnit.MINUTES));
    }

    /**
     * Reads {@code 20261102T0100Z}, {@code 2026-11-02T01:00Z} or any ISO-8601 time with an offset.
     *
     * @throws IllegalArgumentException when the text is none of them
     */
    public static Slot parse(String text) {
        try {
            if (text.length() == 14) {
                return new Slot(LocalDateTime.parse(text, COMPACT).toInstant(ZoneOffset.UTC));
            }
            return new Slot(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no slot; write it like 2026-11-02T01:00Z", e);
        }
    }

    @Override
    public int compareTo(Slot other) {
        return time.compareTo(other.time);
    }

    /** The compact form that keys and run names hold: {@code 20261102T0100Z}. */
    @Override
    public String toString() {
        return COMPACT.format(time.atOffset(ZoneOffset.UTC));
    }
}
