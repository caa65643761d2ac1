package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A run in a line: what {@code runs --json} answers for each.
 *
 * @param machine training or scoring
 * @param slot ISO-8601
 * @param outcome as noted, or else RUNNING, INTERRUPTED (its process was killed) or FAILED
 * @param startedAt ISO-8601
 * @param elapsedSeconds until its end, or until now; null when that is not known
 */
public record RunLine(
        String run,
        String pipeline,
        String machine,
        String slot,
        int attempt,
        String outcome,
        String startedAt,
        @Nullable Double elapsedSeconds) {
    public RunLine {
        requireNonNull(run, "run is null");
        requireNonNull(pipeline, "pipeline is null");
        requireNonNull(machine, "machine is null");
        requireNonNull(slot, "slot is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(startedAt, "startedAt is null");
    }
}
