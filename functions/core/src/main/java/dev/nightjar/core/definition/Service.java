package dev.nightjar.core.definition;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** How much the pipeline matters, and who is told. */
public record Service(ServiceLevel level, @Nullable String alert) {
    public Service {
        requireNonNull(level, "level is null");
    }
}
