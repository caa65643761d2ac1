package dev.nightjar.core.store;

import java.io.IOException;

/** The pinned object is gone or was replaced. The message names the key. */
public final class ObjectChanged extends IOException {
    private static final long serialVersionUID = 1L;

    public ObjectChanged(String message) {
        super(message);
    }
}
