package dev.nightjar.asl.parse;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

/**
 * Where a distributed Map finds its items: a JSON array or a list of objects that a handler reads
 * (specification, "ItemReader").
 *
 * @param resource {@link #GET_OBJECT} or {@link #LIST_OBJECTS}
 * @param maxItems a whole number or an expression, or null for all
 */
public record ItemReader(
        String resource, @Nullable Template arguments, @Nullable Template maxItems) {
    /** Reads one object that holds the items. */
    public static final String GET_OBJECT = "arn:aws:states:::s3:getObject";

    /** Lists objects; each is an item. */
    public static final String LIST_OBJECTS = "arn:aws:states:::s3:listObjectsV2";

    public ItemReader {
        requireNonNull(resource, "resource is null");
    }
}
