package dev.nightjar.core.gate;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One gate with its measured value.
 *
 * @param gate as the pipeline file writes it
 * @param measured of the challenger, or null when it was not measured
 * @param required what it is compared with, or null when nothing serves to compare with
 * @param note what a reader must know beside the numbers, or null
 */
public record GateResult(
        String gate,
        @Nullable Double measured,
        @Nullable Double required,
        boolean passed,
        @Nullable String note) {
    public GateResult {
        requireNonNull(gate, "gate is null");
    }
}
