package dev.nightjar.pipeline.json;

import static java.util.Objects.requireNonNull;

/** The bytes are no JSON, or not the JSON of the record that was asked for. */
public final class UnreadableJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableJson(String message, Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
    }
}
