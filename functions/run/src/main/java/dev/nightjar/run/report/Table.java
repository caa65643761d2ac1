package dev.nightjar.run.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table, written row by row. Not safe for use by multiple threads. */
final class Table {
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private record Column(String header, boolean number) {}

    private record Row(boolean chosen, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    /** Adds a column of words. */
    Table words(String header) {
        columns.add(new Column(header, false));
        return this;
    }

    /** Adds a column of numbers, set flush right. */
    Table number(String header) {
        columns.add(new Column(header, true));
        return this;
    }

    Table row(Cell... cells) {
        return row(false, Arrays.asList(cells));
    }

    /** Adds a row, set off when it is the chosen one. */
    Table row(boolean chosen, List<Cell> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    cells.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(new Row(chosen, cells));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void writeTo(Markup out) {
        out.open("div", "wide")
                .open("table", columns.size() > 2 ? "full" : "small")
                .open("thead")
                .open("tr");
        for (Column column : columns) {
            out.open("th").attribute("scope", "col");
            if (column.number()) {
                out.attribute("class", "number");
            }
            out.text(column.header()).close();
        }
        out.close().close().open("tbody");
        rows.forEach(row -> write(out, row));
        out.close().close().close();
    }

    /** Writes it folded away below a line that opens it. */
    void writeFoldedTo(Markup out, String line) {
        if (!isEmpty()) {
            out.open("details").leaf("summary", line);
            writeTo(out);
            out.close();
        }
    }

    private void write(Markup out, Row row) {
        out.open("tr");
        if (row.chosen()) {
            out.attribute("class", "chosen");
        }
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = row.cells().get(i);
            out.open("td");
            String style = (columns.get(i).number() ? "number " : "") + cell.style();
            if (!style.isBlank()) {
                out.attribute("class", style.strip());
            }
            if (cell.machine()) {
                out.leaf("code", cell.text());
            } else {
                out.text(cell.text());
            }
            out.close();
        }
        out.close();
    }
}
