package dev.nightjar.tables.check;

/** Well-formed UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
    private Utf8() {}

    /** Whether the bytes are text. */
    static boolean isWellFormed(byte[] bytes, int from, int to) {
        int signs = 0;
        for (int i = from; i < to; i++) {
            signs |= bytes[i];
        }
        return signs >= 0 || allSequencesAreSound(bytes, from, to);
    }

    private static boolean allSequencesAreSound(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int length = length(bytes, at, to);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** Length of the sound sequence at the position, or 0. */
    private static int length(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xff;
        if (lead < 0x80) {
            return 1;
        }
        int length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xff;
        boolean sound =
                switch (lead) {
                    case 0xe0 -> second >= 0xa0;
                    case 0xed -> second < 0xa0;
                    case 0xf0 -> second >= 0x90;
                    case 0xf4 -> second < 0x90;
                    default -> true;
                };
        return sound ? length : 0;
    }
}
