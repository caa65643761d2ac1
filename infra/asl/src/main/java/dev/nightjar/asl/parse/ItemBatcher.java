package dev.nightjar.asl.parse;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

/**
 * Groups the items of a distributed Map, so that a child works on several ("ItemBatcher", developer
 * guide). Immutable.
 *
 * @param maxItemsPerBatch a whole number or an expression, or null
 * @param maxInputBytesPerBatch a whole number or an expression, or null
 * @param batchInput what every batch gets beside its items, or null
 */
public record ItemBatcher(
        @Nullable Template maxItemsPerBatch,
        @Nullable Template maxInputBytesPerBatch,
        @Nullable Template batchInput) {}
