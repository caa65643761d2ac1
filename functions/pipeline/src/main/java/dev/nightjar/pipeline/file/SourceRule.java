package dev.nightjar.pipeline.file;

import dev.nightjar.pipeline.window.Partitions;
import dev.nightjar.pipeline.window.Window;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A source that can be found, and dates and windows that fit together. */
final class SourceRule implements Rule {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");
    private static final List<String> PLACEHOLDERS = List.of(Partitions.DATE, Partitions.HOUR);

    @Override
    public void check(Document document, Facts facts, Problems problems) {
        boolean none = !document.has("/training") && !document.has("/scoring");
        boolean misspelt =
                document.members(Pointer.ROOT).stream()
                        .filter(key -> !problems.untouched(key))
                        .map(
                                key ->
                                        Suggestion.closest(
                                                Pointer.name(key), List.of("training", "scoring")))
                        .anyMatch(Optional::isPresent);
        if (none && !misspelt) {
            problems.errorAt(
                    document.place(Pointer.ROOT),
                    "/training/source",
                    "no-source",
                    "the file has no source of rows",
                    "Add training: { source: { path: \"training/*.csv\" } }, or scoring");
        }
        for (String machine : List.of("/training", "/scoring")) {
            String source = machine + "/source";
            if (problems.sound(document, source + "/path")) {
                checkPath(document, problems, source + "/path");
            }
            if (problems.sound(document, source + "/path")) {
                checkWindow(document, problems, source);
            }
        }
    }

    private static void checkPath(Document document, Problems problems, String pointer) {
        String path = document.written(pointer);
        Matcher placeholders = PLACEHOLDER.matcher(path);
        while (placeholders.find()) {
            String name = placeholders.group();
            if (!PLACEHOLDERS.contains(name)) {
                problems.error(
                        document,
                        pointer,
                        "unknown-placeholder",
                        "unknown placeholder " + name + " in path '" + path + "'",
                        Suggestion.sentence(name, PLACEHOLDERS) + "Known: {date}, {hour}");
            }
        }
        boolean outside =
                path.startsWith("/")
                        || path.contains("://")
                        || List.of(path.split("/")).contains("..");
        if (outside) {
            problems.error(
                    document,
                    pointer,
                    "path-outside",
                    "path '" + path + "' leaves the data root",
                    "Write a path relative to the data root, and set the root with data:");
        }
        if (path.contains(Partitions.HOUR) && !path.contains(Partitions.DATE)) {
            problems.error(
                    document,
                    pointer,
                    "hour-without-date",
                    "path '" + path + "' has {hour} without {date}",
                    "Add {date}: an hour belongs to a date");
        }
    }

    private static void checkWindow(Document document, Problems problems, String source) {
        String path = document.written(source + "/path");
        String window = source + "/window";
        boolean dated = path.contains(Partitions.DATE);
        if (dated && !document.has(window)) {
            if (document.members(source).stream().allMatch(problems::untouched)) {
                problems.error(
                        document,
                        source + "/path",
                        "no-window",
                        "path '" + path + "' has {date}, but there is no window",
                        "Add window: P1D for the partition before the slot's date, or P90D");
            }
            return;
        }
        for (String key : List.of("window", "include")) {
            String pointer = source + "/" + key;
            if (!dated && problems.sound(document, pointer)) {
                problems.errorOfKey(
                        document,
                        pointer,
                        "window-without-date",
                        key + " needs {date} in the path",
                        "Write the path like \"training/dt={date}/*.csv\", or remove " + key);
                return;
            }
        }
        checkHours(document, problems, window, path);
    }

    private static void checkHours(
            Document document, Problems problems, String window, String path) {
        if (!problems.sound(document, window)) {
            return;
        }
        boolean inHours = Window.parse(document.written(window)).map(Window::inHours).orElse(false);
        if (inHours && !path.contains(Partitions.HOUR)) {
            problems.error(
                    document,
                    window,
                    "hours-without-hour",
                    "window "
                            + document.written(window)
                            + " counts hours, but the path has no {hour}",
                    "Add {hour} to the path, or write days such as P1D");
        }
    }
}
