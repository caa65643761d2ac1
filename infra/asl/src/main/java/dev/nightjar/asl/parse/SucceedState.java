package dev.nightjar.asl.parse;

import static java.util.Objects.requireNonNull;

/** Ends its flow well (specification, "Succeed State"). */
public record SucceedState(Common common) implements State {
    public SucceedState {
        requireNonNull(common, "common is null");
    }
}
