package dev.nightjar.core.store;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * What a key may look like, so that it is a name in a bucket and in a folder alike, and the order
 * of keys. Every store and data root holds to it.
 */
public final class KeyRules {
    /**
     * The order of a bucket's LIST: by the bytes of the UTF-8 form, which is not Java's order of
     * strings.
     */
    public static final Comparator<String> ORDER = KeyRules::compare;

    private static final int LONGEST_KEY = 1024;
    private static final int LONGEST_SEGMENT = 255;

    private KeyRules() {}

    /** Throws IllegalArgumentException, saying why, when the key cannot be one. */
    public static void check(String key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("The key is empty");
        }
        if (key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
            throw new IllegalArgumentException(
                    "The key " + shown(key) + " is longer than " + LONGEST_KEY + " bytes");
        }
        checkCharacters(key);
        for (String segment : key.split("/", -1)) {
            checkSegment(key, segment);
        }
    }

    /** The same for the start of a key; its last segment may be unfinished or empty. */
    public static void checkPrefix(String prefix) {
        int folderEnd = prefix.lastIndexOf('/');
        if (folderEnd >= 0) {
            check(prefix.substring(0, folderEnd));
        }
        checkCharacters(prefix);
    }

    private static void checkCharacters(String key) {
        key.codePoints().forEach(character -> checkCharacter(key, character));
    }

    private static void checkCharacter(String key, int character) {
        int type = Character.getType(character);
        if (type == Character.CONTROL) {
            throw new IllegalArgumentException(
                    "The key " + shown(key) + " holds a control character: " + name(character));
        }
        // U+FFFD is what Java makes of a file name that is not text in the locale's encoding.
        if (type == Character.SURROGATE || character == 0xFFFD) {
            throw new IllegalArgumentException(
                    "The key " + shown(key) + " holds what is no character: " + name(character));
        }
    }

    private static void checkSegment(String key, String segment) {
        if (segment.isEmpty()) {
            throw new IllegalArgumentException("The key " + shown(key) + " has an empty segment");
        }
        if (segment.charAt(0) == '.') {
            throw new IllegalArgumentException(
                    "The key "
                            + shown(key)
                            + " has the segment '"
                            + segment
                            + "': names that start with a dot are not for objects");
        }
        if (segment.getBytes(StandardCharsets.UTF_8).length > LONGEST_SEGMENT) {
            throw new IllegalArgumentException(
                    "The key "
                            + shown(key)
                            + " has a segment longer than "
                            + LONGEST_SEGMENT
                            + " bytes");
        }
    }

    private static String name(int character) {
        return "U+%04X".formatted(character);
    }

    /** The key in quotes, short and without what would disturb a terminal. */
    private static String shown(String key) {
        String start = key.length() > 100 ? key.substring(0, 100) + "..." : key;
        return "'" + start.replaceAll("\\p{Cc}", "?") + "'";
    }

    private static int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Integer.compare(rank(a), rank(b));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /** Surrogates stand for characters above U+FFFF, so they come after U+E000 to U+FFFF. */
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }
}
