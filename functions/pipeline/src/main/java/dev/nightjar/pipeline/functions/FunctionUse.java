package dev.nightjar.pipeline.functions;

import java.util.Arrays;

/** What a function uses beside the store: decides its environment and its rights. */
public enum FunctionUse {
    /** Reads and lists the objects of data roots. */
    DATA("data"),
    /** Signs with the signing key. */
    SIGNING_KEY("signing-key"),
    /** Verifies signatures with the public keys that are trusted. */
    TRUSTED_KEYS("trusted-keys"),
    /** Asks how executions of the state machines stand. */
    EXECUTIONS("executions"),
    /** Announces to the topics of the service levels. */
    TOPICS("topics");

    private final String text;

    FunctionUse(String text) {
        this.text = text;
    }

    /**
     * Reads the file's spelling.
     *
     * @throws IllegalArgumentException naming all when there is no such use
     */
    public static FunctionUse parse(String text) {
        return Arrays.stream(values())
                .filter(use -> use.text.equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "'"
                                                + text
                                                + "' is no use of a function; there are "
                                                + Arrays.toString(values())));
    }

    /** As the file spells it. */
    @Override
    public String toString() {
        return text;
    }
}
