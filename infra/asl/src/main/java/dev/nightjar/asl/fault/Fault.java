package dev.nightjar.asl.fault;

import static java.util.Objects.requireNonNull;

/**
 * Something that goes wrong at some calls of a task. Immutable.
 *
 * @param target the calls that it happens to
 * @param effect what happens
 */
public record Fault(Target target, Effect effect) {
    public Fault {
        requireNonNull(target, "target is null");
        requireNonNull(effect, "effect is null");
    }

    /** In words, e.g. {@code fail-before at Charge, attempt 1}. */
    @Override
    public String toString() {
        return effect.word() + " at " + target;
    }
}
