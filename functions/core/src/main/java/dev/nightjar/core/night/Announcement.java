package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What people were told, so that they are not told again.
 *
 * @param level the service level: {@code high} or {@code low}
 * @param detail names and values
 */
public record Announcement(String level, String subject, Map<String, String> detail, Instant at) {
    public Announcement {
        requireNonNull(level, "level is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(at, "at is null");
        detail = Collections.unmodifiableMap(new LinkedHashMap<>(detail));
    }
}
