package dev.nightjar.pipeline.file;

import dev.nightjar.core.definition.Role;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Formats that can be read, and headers that name the columns. */
final class FormatRule implements Rule {
    private static final String FORMAT = "/format";

    @Override
    public void check(Document document, Facts facts, Problems problems) {
        List<String> machines = List.of("/training/source", "/scoring/source");
        Set<String> told = new HashSet<>();
        for (String source : machines) {
            if (document.has(source)) {
                header(document, problems, source)
                        .ifPresent(header -> checkColumns(document, facts, problems, header, told));
            }
        }
        checkFormat(document, problems, FORMAT);
        machines.forEach(source -> checkFormat(document, problems, source + FORMAT));
    }

    /** The header that the source's rows have, when names are given. */
    private static Optional<String> header(Document document, Problems problems, String source) {
        String own = source + FORMAT + "/header";
        String header = document.has(own) ? own : FORMAT + "/header";
        boolean names = problems.sound(document, header) && document.root().at(header).isArray();
        return names ? Optional.of(header) : Optional.empty();
    }

    private static void checkFormat(Document document, Problems problems, String format) {
        String header = format + "/header";
        if (document.text(header).map("false"::equalsIgnoreCase).orElse(false)) {
            problems.error(
                    document,
                    header,
                    "no-header",
                    "a table without a header line needs the names of its columns",
                    "Write header: [name, name, ...] in the table's order");
        }
        checkTwice(document, problems, header);
        String separator = format + "/separator";
        String quote = format + "/quote";
        boolean same =
                problems.sound(document, separator)
                        && document.text(separator).equals(document.text(quote));
        if (same) {
            problems.error(
                    document,
                    quote,
                    "quote-is-separator",
                    "quote and separator are the same character",
                    "Write two different ones; quote: \"\" for a table without quotes");
        }
    }

    private static void checkTwice(Document document, Problems problems, String header) {
        if (!problems.sound(document, header)) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (String item : document.members(header)) {
            if (!seen.add(document.written(item))) {
                problems.error(
                        document,
                        item,
                        "duplicate-header",
                        "the header names '" + document.written(item) + "' twice",
                        "Give each column of the table a name of its own");
            }
        }
    }

    private static void checkColumns(
            Document document, Facts facts, Problems problems, String header, Set<String> told) {
        List<String> names = document.texts(header);
        for (String column : facts.columns()) {
            String name = Pointer.name(column);
            boolean mayBeAbsent =
                    header.startsWith("/scoring")
                            && facts.role(column).equals(Optional.of(Role.LABEL));
            if (!names.contains(name) && !mayBeAbsent && told.add(name)) {
                problems.errorBeside(
                        document.keyPlace(column),
                        column,
                        "not-in-header",
                        "column '" + name + "' is not in the header",
                        Suggestion.sentence(name, names) + "Header: " + String.join(", ", names));
            }
        }
    }
}
