package dev.nightjar.pipeline.file;

import java.util.Locale;
import java.util.regex.Pattern;

/** A pipeline without {@code pipeline:} takes its file's name, which must then be one. */
final class NameRule implements Rule {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    @Override
    public void check(Document document, Facts facts, Problems problems) {
        if (document.has("/pipeline") || NAME.matcher(ofFile(document.file())).matches()) {
            return;
        }
        boolean misspelt =
                document.members(Pointer.ROOT).stream()
                        .filter(key -> !problems.untouched(key))
                        .anyMatch(key -> Pointer.name(key).startsWith("pip"));
        if (!misspelt) {
            problems.errorAt(
                    document.place(Pointer.ROOT),
                    "/pipeline",
                    "no-name",
                    "the file's name '" + ofFile(document.file()) + "' is no pipeline name",
                    "Add pipeline: with lower-case letters, digits and hyphens, such as loans");
        }
    }

    /** The file's name without folders and ending. */
    static String ofFile(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : new String[] {".yaml", ".yml"}) {
            if (lower.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }
}
