package dev.nightjar.asl.parse;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

/** Ends its flow with an error (specification, "Fail State"). */
public record FailState(Common common, @Nullable Template error, @Nullable Template cause)
        implements State {
    public FailState {
        requireNonNull(common, "common is null");
    }
}
