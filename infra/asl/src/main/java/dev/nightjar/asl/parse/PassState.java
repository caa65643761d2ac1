package dev.nightjar.asl.parse;

import static java.util.Objects.requireNonNull;

/** Passes its input on, transformed (specification, "Pass State"). */
public record PassState(Common common) implements State {
    public PassState {
        requireNonNull(common, "common is null");
    }
}
