package dev.nightjar.core.model;

import java.util.Comparator;

/** The order of texts by their code points, which is also the order of their UTF-8 bytes. */
public final class CodePoints {
    /** Compares by code points; {@link String#compareTo} differs beyond the basic plane. */
    public static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String one, String other) {
        int shared = Math.min(one.length(), other.length());
        for (int i = 0; i < shared; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return Integer.compare(rank(one.charAt(i)), rank(other.charAt(i)));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** Surrogates stand for code points above all others. */
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
    }
}
