package dev.nightjar.tables.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The spellings of a missing value, beside the empty cell. Immutable. */
public final class MissingSpellings {
    /** The empty cell alone. */
    public static final MissingSpellings NONE = new MissingSpellings(List.of());

    private final byte[][] spellings;
    private final boolean[] firstBytes = new boolean[256];

    /** The given spellings, compared byte by byte. */
    public MissingSpellings(List<String> given) {
        spellings =
                given.stream()
                        .filter(spelling -> !spelling.isEmpty())
                        .map(spelling -> spelling.getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new);
        for (byte[] spelling : spellings) {
            firstBytes[spelling[0] & 0xff] = true;
        }
    }

    /** Whether the cell is missing. */
    public boolean contains(byte[] bytes, int from, int to) {
        if (from == to) {
            return true;
        }
        if (!firstBytes[bytes[from] & 0xff]) {
            return false;
        }
        for (byte[] spelling : spellings) {
            if (Arrays.equals(spelling, 0, spelling.length, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }
}
