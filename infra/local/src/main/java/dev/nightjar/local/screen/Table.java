package dev.nightjar.local.screen;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells whose columns are aligned. Not safe for use by multiple threads. */
public final class Table {
    private static final String GAP = "   ";

    private final List<List<String>> lines = new ArrayList<>();

    /** Adds a line. */
    public void add(String... cells) {
        lines.add(List.of(cells));
    }

    /** The lines, without blanks at their ends. */
    public List<String> lines() {
        int columns = lines.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        return lines.stream().map(line -> text(line, widths)).toList();
    }

    private static String text(List<String> line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            String cell = line.get(i);
            text.append(cell).append(" ".repeat(widths[i] - cell.length())).append(GAP);
        }
        return text.toString().stripTrailing();
    }
}
