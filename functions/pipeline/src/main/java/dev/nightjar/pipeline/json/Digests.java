package dev.nightjar.pipeline.json;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, the one digest of the product. */
public final class Digests {
    private Digests() {}

    /** A fresh SHA-256 to be fed piece by piece. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The SHA-256 of the bytes as 64 lower-case hexadecimal digits. */
    public static String sha256Hex(byte[] bytes) {
        return hex(sha256().digest(bytes));
    }

    /** The bytes as lower-case hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** The SHA-256 of the value's canonical JSON. */
    public static String ofJson(Object value) {
        return sha256Hex(CanonicalJson.bytes(value));
    }
}
