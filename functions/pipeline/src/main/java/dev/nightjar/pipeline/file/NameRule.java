package dev.nightjar.pipeline.file;

import java.util.regex.Pattern;

/** A pipeline without {@code pipeline:} takes its file's name, which must then be one. */
final class NameRule implements Rule {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    @Override
    public void check(Document document, Facts facts, Problems problems) {
        if (document.has("/pipeline")
                || NAME.matcher(PipelineFolder.withoutEnding(document.file())).matches()) {
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
                    "the file's name '"
                            + PipelineFolder.withoutEnding(document.file())
                            + "' is no pipeline name",
                    "Add pipeline: with lower-case letters, digits and hyphens, such as loans");
        }
    }
}
