package dev.nightjar.pipeline.file;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the design knows and this version does not do yet: refused by name, never ignored. Each text
 * says what works today.
 */
final class LaterRule implements Rule {
    private static final Map<String, String> KEYS =
            Map.of(
                    "query", "Today rows come from files: use path",
                    "rules", "Today rows are judged by type, range and missing of each column",
                    "retain", "Today everything is kept",
                    "carry", "Today scoring.late is publish and scoring.rerun is partial",
                    "monitoring", "Today gates judge the model when it is trained",
                    "serving", "Today rows are scored in batches: use scoring");

    private static final Map<String, Set<String>> VALUES =
            Map.of(
                    "/release/mode", Set.of("approval"),
                    "/scoring/late", Set.of("hold", "carry-over"),
                    "/scoring/rerun", Set.of("complete", "carry-over"),
                    "/scoring/unfit", Set.of("leave-out"));

    private static final Map<String, String> TODAY =
            Map.of(
                    "/release/mode", "Write auto: a model that passes its gates serves at once",
                    "/scoring/late", "Write publish: what is there is published",
                    "/scoring/rerun", "Write partial: a later attempt scores only what is missing",
                    "/scoring/unfit", "Write fail: an unreadable object fails the batch");

    /** What works today instead of the key. */
    static Optional<String> insteadOf(String key) {
        return Optional.ofNullable(KEYS.get(key));
    }

    @Override
    public void check(Document document, Facts facts, Problems problems) {
        VALUES.forEach(
                (pointer, later) ->
                        document.text(pointer)
                                .filter(later::contains)
                                .ifPresent(value -> refuse(document, problems, pointer, value)));
    }

    private static void refuse(Document document, Problems problems, String pointer, String value) {
        String name = pointer.substring(1).replace('/', '.');
        problems.error(
                document,
                pointer,
                "later",
                name + " '" + value + "' comes in a later version",
                TODAY.getOrDefault(pointer, "Leave the key out"));
    }
}
