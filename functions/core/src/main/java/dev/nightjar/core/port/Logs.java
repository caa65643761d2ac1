package dev.nightjar.core.port;

import dev.nightjar.core.night.RunId;

import org.jspecify.annotations.Nullable;

/** Where people find what functions said. Safe for use by multiple threads. */
@FunctionalInterface
public interface Logs {
    /**
     * Where the log lines of the run are, as a path or as what to ask for; null when nobody knows.
     */
    @Nullable String of(RunId run);
}
