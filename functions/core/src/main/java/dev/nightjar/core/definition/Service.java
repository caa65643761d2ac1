package dev.nightjar.core.definition;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * How much the pipeline matters, and who is told.
 *
 * @param level of the phases that have none of their own
 * @param alert address, or null
 * @param train level of that phase, or null
 * @param release level of that phase, or null
 * @param serve level of that phase, or null
 */
public record Service(
        ServiceLevel level,
        @Nullable String alert,
        @Nullable ServiceLevel train,
        @Nullable ServiceLevel release,
        @Nullable ServiceLevel serve) {
    public Service {
        requireNonNull(level, "level is null");
    }

    /** Of the same level in every phase. */
    public static Service of(ServiceLevel level, @Nullable String alert) {
        return new Service(level, alert, null, null, null);
    }

    /** The level of a phase. */
    public ServiceLevel level(Phase phase) {
        ServiceLevel own =
                switch (phase) {
                    case TRAIN -> train;
                    case RELEASE -> release;
                    case SERVE -> serve;
                };
        return own == null ? level : own;
    }
}
