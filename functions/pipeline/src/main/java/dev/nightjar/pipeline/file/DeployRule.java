package dev.nightjar.pipeline.file;

import java.util.List;
import java.util.regex.Pattern;

/** What a deployment needs to know of a pipeline, and a run on one machine does not. */
final class DeployRule implements Rule {
    /** The store's bucket keeps the default data roots below this key. */
    private static final String DATA = "data";

    private static final Pattern S3_ADDRESS =
            Pattern.compile("s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/.*)?");

    @Override
    public void check(Document document, Facts facts, Problems problems) {
        demand(document, problems, "/owner", "owner: somebody@example.com");
        demand(document, problems, "/service", "service: { level: high, alert: a@example.com }");
        if (document.has("/training")) {
            demand(document, problems, "/gates", "gates: [\"auc >= 0.75\"]");
        }
        for (String machine : List.of("/training", "/scoring")) {
            if (document.has(machine)) {
                demand(
                        document,
                        problems,
                        machine + "/schedule",
                        "schedule: { cron: \"0 2 * * ? *\", timezone: Europe/Berlin }");
            }
        }
        checkName(document, problems);
        checkData(document, problems);
    }

    private static void demand(
            Document document, Problems problems, String pointer, String example) {
        String name = Pointer.name(pointer);
        boolean misspelt =
                document.members(Pointer.parent(pointer)).stream()
                        .filter(key -> !problems.untouched(key))
                        .anyMatch(
                                key ->
                                        Suggestion.closest(Pointer.name(key), List.of(name))
                                                .isPresent());
        if (!document.has(pointer) && !misspelt) {
            String words = pointer.substring(1).replace('/', '.');
            problems.errorAt(
                    document.place(pointer),
                    pointer,
                    "not-deployable",
                    "a deployment needs " + words,
                    "Add " + example);
        }
    }

    private static void checkName(Document document, Problems problems) {
        if (document.text("/pipeline").filter(DATA::equals).isPresent()) {
            problems.error(
                    document,
                    "/pipeline",
                    "reserved-name",
                    "a deployed pipeline cannot be called '" + DATA + "'",
                    "Choose another name: the bucket keeps the pipelines' data below "
                            + DATA
                            + "/");
        }
    }

    private static void checkData(Document document, Problems problems) {
        if (problems.sound(document, "/data")
                && !S3_ADDRESS.matcher(document.written("/data")).matches()) {
            problems.error(
                    document,
                    "/data",
                    "data-not-in-s3",
                    "deployed functions cannot read data root '" + document.written("/data") + "'",
                    "Write an address such as s3://my-bucket/loans, or remove data: for the"
                            + " stack's bucket");
        }
    }
}
