package dev.nightjar.pipeline.file;

import dev.nightjar.core.definition.Task;
import dev.nightjar.core.definition.TrainerKind;
import dev.nightjar.core.gate.Metric;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills the generated blocks of docs/pipeline-file.md from the schema and the code. */
final class KeyReference {
    private static final Pattern BLOCK =
            Pattern.compile(
                    "<!-- (keys|trainers|metrics) ?(\\S*) -->\n.*?<!-- end -->", Pattern.DOTALL);

    private final PipelineSchema schema = PipelineSchema.published();

    String filled(String page) {
        return BLOCK.matcher(page).replaceAll(block -> Matcher.quoteReplacement(block(block)));
    }

    private String block(java.util.regex.MatchResult block) {
        String table =
                switch (block.group(1)) {
                    case "keys" -> keys(block.group(2).equals("/") ? "" : block.group(2));
                    case "trainers" -> trainers();
                    default -> metrics();
                };
        String begin = block.group().substring(0, block.group().indexOf('\n') + 1);
        return begin + table + "<!-- end -->";
    }

    private String keys(String pointer) {
        JsonNode owner = schema.root().at(pointer);
        List<String> required =
                owner.path("required").valueStream().map(JsonNode::asString).toList();
        StringBuilder table =
                new StringBuilder("| key | value | default | meaning |\n|---|---|---|---|\n");
        owner.path("properties")
                .propertyStream()
                .filter(key -> !key.getKey().startsWith("$"))
                .forEach(key -> table.append(row(key.getKey(), key.getValue(), required)));
        return table.toString();
    }

    private String row(String key, JsonNode property, List<String> required) {
        JsonNode shape = schema.resolved(property);
        String meaning =
                property.path("description").asString(shape.path("description").asString(""));
        String standard = property.has("default") ? defaultOf(property.get("default")) : "";
        return "| `%s`%s | %s | %s | %s |%n"
                .formatted(
                        key,
                        required.contains(key) ? " (needed)" : "",
                        escaped(value(property, shape)),
                        escaped(standard),
                        escaped(meaning))
                .replace(System.lineSeparator(), "\n");
    }

    private static String value(JsonNode property, JsonNode shape) {
        if (shape.has("enum")) {
            return shape.get("enum")
                    .valueStream()
                    .map(v -> "`" + v.asString() + "`")
                    .collect(Collectors.joining(", "));
        }
        JsonNode examples =
                property.has("examples") ? property.get("examples") : shape.path("examples");
        String kind = kinds(shape.path("type"));
        String like =
                examples.valueStream()
                        .limit(3)
                        .map(v -> "`" + SchemaWords.yaml(v) + "`")
                        .collect(Collectors.joining(", "));
        boolean table = shape.path("type").asString("").equals("object");
        return like.isEmpty() || table ? kind : kind + ": " + like;
    }

    private static String kinds(JsonNode type) {
        List<String> types =
                type.isArray()
                        ? type.valueStream().map(JsonNode::asString).toList()
                        : List.of(type.asString());
        return types.stream()
                .map(KeyReference::kind)
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static String kind(String type) {
        return switch (type) {
            case "string" -> "text";
            case "integer" -> "whole number";
            case "array" -> "list";
            case "object" -> "table of keys";
            case "boolean" -> "`true` or `false`";
            default -> type;
        };
    }

    private static String defaultOf(JsonNode value) {
        return value.isContainer() && value.isEmpty() ? "" : "`" + SchemaWords.yaml(value) + "`";
    }

    private static String trainers() {
        StringBuilder table = new StringBuilder("| trainer | labels | settings |\n|---|---|---|\n");
        for (TrainerKind trainer : TrainerKind.values()) {
            String labels =
                    Arrays.stream(Task.values())
                            .filter(task -> TrainerSettings.fits(trainer, task))
                            .map(Task::toString)
                            .collect(Collectors.joining(", "));
            String settings =
                    TrainerSettings.defaults(trainer).entrySet().stream()
                            .map(
                                    setting ->
                                            "`"
                                                    + setting.getKey()
                                                    + "` "
                                                    + number(setting.getValue()))
                            .collect(Collectors.joining(", "));
            table.append("| `%s` | %s | %s |\n".formatted(trainer, labels, settings));
        }
        return table.toString();
    }

    private static String metrics() {
        StringBuilder table =
                new StringBuilder("| metric | labels | better | lies in |\n|---|---|---|---|\n");
        for (Metric metric : Metric.values()) {
            String labels =
                    Arrays.stream(Task.values())
                            .filter(metric::fits)
                            .map(Task::toString)
                            .collect(Collectors.joining(", "));
            String bounds =
                    Double.isInfinite(metric.most())
                            ? number(metric.least()) + " and above"
                            : Double.isInfinite(metric.least())
                                    ? number(metric.most()) + " and below"
                                    : number(metric.least()) + " to " + number(metric.most());
            table.append(
                    "| `%s` | %s | %s | %s |\n"
                            .formatted(
                                    metric,
                                    labels,
                                    metric.higherIsBetter() ? "higher" : "lower",
                                    bounds));
        }
        return table.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%d", (long) value)
                : Double.toString(value);
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|");
    }
}
