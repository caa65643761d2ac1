package dev.nightjar.local.doctor;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * What was found of one thing: an entry of {@code doctor --json}.
 *
 * @param check what was looked at
 * @param found in a few words
 * @param fix what to do, or null when it is as it should be
 */
public record Finding(String check, Status status, String found, @Nullable String fix) {
    /** How it is. */
    public enum Status {
        /** As it should be. */
        OK,
        /** Something that is not needed by everybody, or not yet, is missing. */
        WARNING,
        /** Something will fail. */
        PROBLEM;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Finding {
        requireNonNull(check, "check is null");
        requireNonNull(status, "status is null");
        requireNonNull(found, "found is null");
        if ((status == Status.OK) != (fix == null)) {
            throw new IllegalArgumentException(
                    "what is not ok has a fix, and nothing else has one");
        }
    }

    static Finding ok(String check, String found) {
        return new Finding(check, Status.OK, found, null);
    }

    static Finding warning(String check, String found, String fix) {
        return new Finding(check, Status.WARNING, found, fix);
    }

    static Finding problem(String check, String found, String fix) {
        return new Finding(check, Status.PROBLEM, found, fix);
    }
}
