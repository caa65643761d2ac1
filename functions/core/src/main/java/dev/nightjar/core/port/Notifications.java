package dev.nightjar.core.port;

import java.util.Map;

/** Where people are told. Safe for use by multiple threads. */
public interface Notifications {
    /**
     * Announces something once.
     *
     * @param level the service level whose topic is used: {@code high} or {@code low}
     * @param subject one line
     * @param detail names and values, in order
     */
    void announce(String level, String subject, Map<String, String> detail);
}
