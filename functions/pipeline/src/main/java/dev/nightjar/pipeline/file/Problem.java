package dev.nightjar.pipeline.file;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;

/**
 * Something wrong in a pipeline file, with the way out.
 *
 * @param file as the user named it, or {@code --set key.path} for a value given there
 * @param line from 1, or 0 where there is none
 * @param column from 1, or 0 where there is none
 * @param pointer JSON pointer of the value
 * @param code stable name of the kind of problem
 * @param message what is wrong, without a full stop
 * @param remedy what would be right, without a full stop
 */
public record Problem(
        String file,
        int line,
        int column,
        String pointer,
        Severity severity,
        String code,
        String message,
        String remedy)
        implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::file)
                    .thenComparingInt(Problem::line)
                    .thenComparingInt(Problem::column)
                    .thenComparing(Problem::code)
                    .thenComparing(Problem::message);

    /** How much it matters. */
    public enum Severity {
        ERROR("error"),
        WARNING("warning");

        private final String word;

        Severity(String word) {
            this.word = word;
        }

        /** As screens show it; JSON has the name in capitals. */
        public String word() {
            return word;
        }
    }

    public Problem {
        requireNonNull(file, "file is null");
        requireNonNull(pointer, "pointer is null");
        requireNonNull(severity, "severity is null");
        requireNonNull(code, "code is null");
        requireNonNull(message, "message is null");
        requireNonNull(remedy, "remedy is null");
    }

    /** {@code file:line:column}, as editors and terminals follow it. */
    public String place() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }

    /** {@code file:line:column error message. remedy}. */
    public String text() {
        return text(0);
    }

    /** The problems as lines of text, their columns aligned. */
    public static List<String> lines(List<Problem> problems) {
        int width = problems.stream().mapToInt(problem -> problem.place().length()).max().orElse(0);
        return problems.stream().map(problem -> problem.text(width)).toList();
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    private String text(int width) {
        String padding = " ".repeat(Math.max(0, width - place().length()));
        return place() + padding + "  " + severity.word() + "  " + message + ". " + remedy;
    }
}
