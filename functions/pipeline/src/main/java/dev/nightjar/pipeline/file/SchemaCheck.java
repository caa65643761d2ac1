package dev.nightjar.pipeline.file;

import com.networknt.schema.Error;

import tools.jackson.databind.JsonNode;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Validates a document against the published schema, and says in words what it objects to. */
final class SchemaCheck {
    /** A value of the wrong type fails other keywords too: the type is what matters. */
    private static final List<String> FIRST = List.of("type", "enum", "pattern");

    private final Document document;
    private final Problems problems;
    private final PipelineSchema schema = PipelineSchema.published();

    SchemaCheck(Document document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        List<Error> errors =
                schema.errors(document.root()).stream()
                        .sorted(Comparator.comparingInt(SchemaCheck::rank))
                        .toList();
        Set<String> meant = new HashSet<>();
        for (Error error : errors) {
            if (error.getKeyword().equals("additionalProperties")
                    && !ofUnknownTrainer(error, errors)) {
                meant.add(unknownKey(error));
            }
        }
        Set<String> told = new HashSet<>();
        for (Error error : errors) {
            switch (error.getKeyword()) {
                case "additionalProperties" -> {}
                case "required" -> missingKey(error, meant);
                default -> {
                    if (told.add(pointer(error))) {
                        unfitValue(error);
                    }
                }
            }
        }
    }

    /** What an unknown trainer would call its settings cannot be told; only a slip is reported. */
    private boolean ofUnknownTrainer(Error error, List<Error> errors) {
        String trainer = Pointer.child(pointer(error), "trainer");
        Collection<String> known = around(error).path("properties").propertyNames();
        return Suggestion.closest(property(error), known).isEmpty()
                && errors.stream()
                        .anyMatch(
                                other ->
                                        other.getKeyword().equals("enum")
                                                && pointer(other).equals(trainer));
    }

    /** Reports the key; the pointer of the key that was probably meant. */
    private String unknownKey(Error error) {
        String parent = pointer(error);
        String name = property(error);
        String pointer = Pointer.child(parent, name);
        Collection<String> known = around(error).path("properties").propertyNames();
        String today = LaterRule.insteadOf(name).orElse(null);
        if (today != null) {
            problems.errorOfKey(
                    document,
                    pointer,
                    "later",
                    "key '" + name + "' comes in a later version",
                    today);
            return Pointer.child(parent, name.equals("query") ? "path" : name);
        }
        String suggestion = Suggestion.sentence(name, known);
        String remedy = suggestion.isEmpty() ? "Keys here: " + listed(known) : suggestion.strip();
        problems.errorOfKey(document, pointer, "unknown-key", "unknown key '" + name + "'", remedy);
        return Pointer.child(parent, Suggestion.closest(name, known).orElse(name));
    }

    private void missingKey(Error error, Set<String> meant) {
        String parent = pointer(error);
        String name = property(error);
        String pointer = Pointer.child(parent, name);
        if (meant.contains(pointer)) {
            return;
        }
        JsonNode wanted = schema.resolved(around(error).path("properties").path(name));
        String owner = parent.isEmpty() ? "the file" : SchemaWords.called(parent);
        problems.errorOfKey(
                document,
                pointer,
                "missing-key",
                owner + " has no '" + name + "'",
                "Add " + name + ": " + SchemaWords.example(wanted));
    }

    private void unfitValue(Error error) {
        String pointer = pointer(error);
        SchemaWords words =
                new SchemaWords(
                        error.getKeyword(),
                        pointer,
                        document.root().at(pointer),
                        document.written(pointer),
                        around(error));
        problems.error(document, pointer, words.code(), words.message(), words.remedy());
    }

    private JsonNode around(Error error) {
        String location = error.getSchemaLocation().toString();
        return schema.around(location.substring(location.indexOf('#') + 1));
    }

    private static String pointer(Error error) {
        return error.getInstanceLocation().toString();
    }

    private static String property(Error error) {
        return Objects.requireNonNull(error.getProperty(), "the validator names no property");
    }

    private static int rank(Error error) {
        int rank = FIRST.indexOf(error.getKeyword());
        return rank < 0 ? FIRST.size() : rank;
    }

    private static String listed(Collection<String> names) {
        return String.join(", ", names.stream().filter(name -> !name.startsWith("$")).toList());
    }
}
