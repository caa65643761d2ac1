package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A person said that a run needs nobody any more. Created once; what fails after it needs a person
 * again.
 *
 * @param by who said so
 * @param why in their words, not blank
 */
public record Dismissal(RunId run, String by, String why, Instant at) {
    public Dismissal {
        requireNonNull(run, "run is null");
        requireNonNull(by, "by is null");
        if (why.isBlank()) {
            throw new IllegalArgumentException("why is blank");
        }
        requireNonNull(at, "at is null");
    }
}
