package dev.nightjar.pipeline.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.function.Supplier;

/**
 * Records to JSON and back. Safe for use by multiple threads.
 *
 * <p>Components stand in the record's order, keys of maps in their own; null components are left
 * out, and an absent one reads as null, a boolean as false; an absent number is refused. Enums are
 * spelled by {@code toString()}, times are ISO-8601 text, doubles the shortest text that reads back
 * to the same bits. What a record does not know is refused: a silently dropped field is a lost
 * fact.
 */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .annotationIntrospector(new NumbersAreRequired())
                    .addModule(TextTypes.module())
                    .addModule(RecordConstructors.module())
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                    .enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .changeDefaultVisibility(
                            checker ->
                                    checker.withGetterVisibility(Visibility.NONE)
                                            .withIsGetterVisibility(Visibility.NONE)
                                            .withFieldVisibility(Visibility.ANY))
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
                    .build();

    private static final ObjectWriter PRETTY = MAPPER.writer().with(printer());

    private Json() {}

    /** The value as compact UTF-8. */
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** The value as compact text on one line. */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The value as indented text for people, with a line end at its end. */
    public static String pretty(Object value) {
        return PRETTY.writeValueAsString(value) + "\n";
    }

    /** The value as a tree. */
    public static JsonNode tree(Object value) {
        return value instanceof JsonNode node ? node : MAPPER.valueToTree(value);
    }

    /**
     * The record that the bytes hold.
     *
     * @throws UnreadableJson if they hold anything else
     */
    public static <T> T read(byte[] json, Class<T> type) {
        return reading(type.getSimpleName(), () -> MAPPER.readValue(json, type));
    }

    /**
     * The record that the text holds.
     *
     * @throws UnreadableJson if it holds anything else
     */
    public static <T> T read(String json, Class<T> type) {
        return read(json.getBytes(UTF_8), type);
    }

    /**
     * The record that the tree holds.
     *
     * @throws UnreadableJson if it holds anything else
     */
    public static <T> T read(JsonNode json, Class<T> type) {
        return reading(type.getSimpleName(), () -> MAPPER.treeToValue(json, type));
    }

    /**
     * The tree that the bytes hold.
     *
     * @throws UnreadableJson if they are not JSON
     */
    public static JsonNode parse(byte[] json) {
        return reading("JSON", () -> MAPPER.readTree(json));
    }

    /**
     * The tree that the text holds.
     *
     * @throws UnreadableJson if it is not JSON
     */
    public static JsonNode parse(String json) {
        return parse(json.getBytes(UTF_8));
    }

    private static <T> T reading(String wanted, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (JacksonException unreadable) {
            throw new UnreadableJson(
                    "this is no " + wanted + ": " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance()
                                .withObjectEmptySeparator("")
                                .withArrayEmptySeparator("")
                                .withObjectNameValueSpacing(Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
    }
}
