package dev.nightjar.local.screen;

import java.util.ArrayList;
import java.util.List;

/** Text that is as wide as the narrowest terminal. */
public final class Wrapped {
    private static final int WIDTH = 80;

    private Wrapped() {}

    /** The words in lines of at most 80 columns, or one word where that alone is wider. */
    public static List<String> words(String indent, List<String> words, String gap) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            int width = indent.length() + line.length() + gap.length() + word.length();
            if (!line.isEmpty() && width > WIDTH) {
                lines.add(indent + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : gap).append(word);
        }
        lines.add(indent + line);
        return lines;
    }
}
