package dev.nightjar.asl.parse;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

/**
 * Where a distributed Map finds its items: a JSON array that a handler reads (specification,
 * "ItemReader").
 *
 * @param maxItems a whole number or an expression, or null for all
 */
public record ItemReader(
        String resource, @Nullable Template arguments, @Nullable Template maxItems) {
    public ItemReader {
        requireNonNull(resource, "resource is null");
    }
}
