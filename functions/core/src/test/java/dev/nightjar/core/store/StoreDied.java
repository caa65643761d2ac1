package dev.nightjar.core.store;

/** The process died here; no code may catch it and go on. Thrown by {@link DyingStore} only. */
public final class StoreDied extends Error {
    private static final long serialVersionUID = 1L;

    StoreDied(String message) {
        super(message);
    }
}
