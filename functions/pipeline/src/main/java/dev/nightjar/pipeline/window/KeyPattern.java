package dev.nightjar.pipeline.window;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Keys that a path means: {@code *} stands for any characters of one name, {@code **} for any
 * characters, slashes included, {@code ?} for one character of a name. A path that ends with a
 * slash means everything below. Immutable.
 */
public final class KeyPattern {
    private final String path;
    private final Pattern pattern;

    private KeyPattern(String path, Pattern pattern) {
        this.path = path;
        this.pattern = pattern;
    }

    /** The pattern of a path whose date and hour are filled in. */
    public static KeyPattern of(String path) {
        requireNonNull(path, "path is null");
        String whole = path.endsWith("/") ? path + "**" : path;
        return new KeyPattern(whole, Pattern.compile(regex(whole), Pattern.DOTALL));
    }

    /** What all matching keys begin with: the prefix to list. */
    public String prefix() {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '*' || path.charAt(i) == '?') {
                return path.substring(0, i);
            }
        }
        return path;
    }

    /** Whether the path is the name of one object. */
    public boolean isExact() {
        return prefix().length() == path.length();
    }

    /** Whether the key is meant. */
    public boolean matches(String key) {
        return pattern.matcher(key).matches();
    }

    @Override
    public String toString() {
        return path;
    }

    private static String regex(String path) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char character = path.charAt(i);
            if (character == '*' && i + 1 < path.length() && path.charAt(i + 1) == '*') {
                regex.append(".*");
                i++;
            } else if (character == '*') {
                regex.append("[^/]*");
            } else if (character == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(character)));
            }
        }
        return regex.toString();
    }
}
