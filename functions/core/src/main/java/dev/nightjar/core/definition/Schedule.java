package dev.nightjar.core.definition;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * When runs start, as EventBridge Scheduler reads it.
 *
 * @param cron six fields, or null when {@code rate} is given
 * @param rate {@code <number> <unit>}, counted from {@code start}
 * @param start ISO-8601 instant, for {@code rate} only
 * @param timezone IANA name
 */
public record Schedule(
        @Nullable String cron,
        @Nullable String rate,
        @Nullable String start,
        String timezone,
        boolean paused) {
    public Schedule {
        requireNonNull(timezone, "timezone is null");
        if ((cron == null) == (rate == null)) {
            throw new IllegalArgumentException("either cron or rate");
        }
    }
}
