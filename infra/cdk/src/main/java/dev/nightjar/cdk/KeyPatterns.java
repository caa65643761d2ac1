package dev.nightjar.cdk;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Patterns of keys as IAM reads them: an asterisk stands for any text, slashes included. So they
 * hold a little more than those of {@code functions.yaml}, whose asterisk ends at a slash.
 */
final class KeyPatterns {
    private KeyPatterns() {}

    /** Whether the pattern holds the key, or all that another pattern holds. */
    static boolean holds(String pattern, String key) {
        return key.matches(("\\Q" + pattern + "\\E").replace("*", "\\E.*\\Q"));
    }

    /** The patterns of {@code functions.yaml} as IAM's, in order, without those within another. */
    static List<String> of(Collection<String> patterns) {
        TreeSet<String> all = new TreeSet<>();
        patterns.forEach(pattern -> all.add(pattern.replace("**", "*")));
        return all.stream().filter(pattern -> !isWithinAnother(pattern, all)).toList();
    }

    private static boolean isWithinAnother(String pattern, Collection<String> all) {
        return all.stream().anyMatch(other -> !other.equals(pattern) && holds(other, pattern));
    }
}
