package dev.nightjar.local.init;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Missing;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.definition.Task;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.tables.inference.InferredColumn;
import dev.nightjar.tables.inference.InferredTable;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A pipeline file for a table that was looked at: what was seen stands beside it as a comment, what
 * a person may want next stands below it as one.
 *
 * @param pipeline its name
 * @param file name of the table, relative to the data root
 * @param data the data root, or null for the pipeline file's own folder
 */
record PipelineDraft(String pipeline, String file, @Nullable String data, InferredTable table) {
    private static final int WIDTH = 100;

    PipelineDraft {
        requireNonNull(pipeline, "pipeline is null");
        requireNonNull(file, "file is null");
        requireNonNull(table, "table is null");
    }

    /** The file's text. */
    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "# Drafted from " + file + ", " + seen() + ".");
        line(
                text,
                "# What a guess cannot know: units, valid ranges, leaks, ids. Every key: docs/pipeline-file.md");
        table.notes().forEach(note -> line(text, "# " + note + "."));
        line(text, "pipeline: " + pipeline);
        if (data != null) {
            line(text, "data: " + YamlScalar.of(data));
        }
        line(text, "");
        appendColumns(text);
        appendFormat(text);
        line(text, "");
        line(text, "training:");
        line(text, "  source: { path: " + YamlScalar.quoted(file) + " }");
        line(text, "  # split: { holdout: 0.2, validation: 0.2 }");
        line(text, "  # schedule: { cron: \"0 2 ? * MON *\", timezone: Europe/Berlin }");
        line(text, "");
        line(text, "# What a new model must reach before it serves:");
        line(text, "# gates:");
        gates().forEach(gate -> line(text, "#   - " + gate));
        line(text, "");
        line(text, "scoring:");
        line(text, "  source: { path: " + YamlScalar.quoted(file) + " }");
        return text.toString();
    }

    private String seen() {
        return table.complete()
                ? Figures.count(table.rows(), "row")
                : "its first " + Figures.count(table.rows(), "row");
    }

    private void appendColumns(StringBuilder text) {
        List<InferredColumn> columns = table.columns();
        List<String> names =
                columns.stream().map(one -> YamlScalar.of(one.column().name()) + ":").toList();
        List<String> values = columns.stream().map(one -> value(one.column())).toList();
        int nameWidth = names.stream().mapToInt(String::length).max().orElse(0);
        int valueWidth = values.stream().mapToInt(String::length).max().orElse(0);
        line(text, "columns:");
        for (int i = 0; i < columns.size(); i++) {
            String entry =
                    "  "
                            + padded(names.get(i), nameWidth)
                            + " "
                            + padded(values.get(i), valueWidth);
            line(text, entry + "  # " + comment(columns.get(i)));
        }
    }

    private static String value(Column column) {
        List<String> parts = new ArrayList<>();
        if (column.role() != Role.FEATURE) {
            parts.add("role: " + column.role());
        }
        if (column.role() == Role.FEATURE || column.role() == Role.LABEL) {
            parts.add("type: " + column.type());
        }
        Missing missing = column.missing();
        if (missing != null) {
            parts.add("missing: " + missing.kind());
        }
        if (!column.positive().isEmpty()) {
            parts.add("positive: " + list(column.positive()));
        }
        return "{ " + String.join(", ", parts) + " }";
    }

    private static String comment(InferredColumn seen) {
        List<String> parts = new ArrayList<>();
        if (seen.why() != null) {
            parts.add(seen.why());
        }
        Double least = seen.least();
        Double most = seen.most();
        Role role = seen.column().role();
        if (least != null && most != null && isMeasured(seen.column())) {
            parts.add("range: [" + number(least) + ", " + number(most) + "]");
        } else if (role == Role.FEATURE) {
            parts.add(Figures.count(seen.distinct(), "value"));
        }
        if (seen.missing() > 0) {
            parts.add(Figures.count(seen.missing()) + " missing");
        }
        return String.join("; ", parts).replaceAll("\\R", " ");
    }

    private static boolean isMeasured(Column column) {
        boolean number = column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
        return number && (column.role() == Role.FEATURE || column.role() == Role.LABEL);
    }

    private void appendFormat(StringBuilder text) {
        Format format = table.format();
        List<String> entries = new ArrayList<>();
        if (!format.separator().equals(Format.STANDARD.separator())) {
            entries.add("separator: " + YamlScalar.quoted(format.separator()));
        }
        if (!format.quote().equals(Format.STANDARD.quote())) {
            entries.add("quote: " + YamlScalar.quoted(format.quote()));
        }
        if (format.trim()) {
            entries.add("trim: true");
        }
        if (!format.missing().isEmpty()) {
            entries.add("missing: " + list(format.missing()));
        }
        if (!format.header().isEmpty()) {
            entries.add("header: " + wrapped(format.header()));
        }
        if (!entries.isEmpty()) {
            line(text, "");
            line(text, "format:");
            entries.forEach(entry -> line(text, "  " + entry));
        }
    }

    private List<String> gates() {
        Task task = table.task();
        if (task == null) {
            return List.of();
        }
        return switch (task) {
            case BINARY -> List.of("auc >= 0.75", "auc >= champion.auc - 0.002");
            case MULTICLASS -> List.of("accuracy >= 0.75", "logLoss <= champion.logLoss * 1.02");
            case REGRESSION -> List.of("r2 >= 0.5", "rmse <= champion.rmse * 1.02");
        };
    }

    private static String list(List<String> texts) {
        return texts.stream().map(YamlScalar::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String wrapped(List<String> names) {
        StringBuilder text = new StringBuilder("[");
        int column = 0;
        for (int i = 0; i < names.size(); i++) {
            String name = YamlScalar.of(names.get(i)) + (i < names.size() - 1 ? "," : "");
            if (column + name.length() > WIDTH - 8 || i == 0) {
                text.append("\n    ");
                column = 0;
            } else {
                text.append(' ');
            }
            text.append(name);
            column += name.length() + 1;
        }
        return text.append(']').toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static void line(StringBuilder text, String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
