package dev.nightjar.asl.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import tools.jackson.databind.JsonNode;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What an execution was started with; it never changes, however often it is resumed or redriven.
 *
 * @param definition the text of its state machine
 * @param seed of everything that is left to chance in it
 */
public record StartedExecution(
        ExecutionIdentity identity,
        String definition,
        JsonNode input,
        Instant startedAt,
        long seed) {

    public StartedExecution {
        requireNonNull(identity, "identity is null");
        requireNonNull(definition, "definition is null");
        requireNonNull(input, "input is null");
        requireNonNull(startedAt, "startedAt is null");
    }

    /** {@link #digestOf} its definition. */
    public String definitionDigest() {
        return digestOf(definition);
    }

    /** SHA-256 of a definition's text, in hexadecimal. */
    public static String digestOf(String definition) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(definition.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
