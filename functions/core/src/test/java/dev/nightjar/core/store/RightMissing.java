package dev.nightjar.core.store;

/**
 * A call that nobody listed. Thrown by {@link RightsStore} only; an error, so that no step handles
 * it.
 */
public final class RightMissing extends AssertionError {
    private static final long serialVersionUID = 1L;

    RightMissing(StoreRight right) {
        super("There is no right to " + right);
    }
}
