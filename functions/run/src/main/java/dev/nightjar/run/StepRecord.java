package dev.nightjar.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.RunId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What a step made. Created once; whoever tries the step again finds it and does not work twice.
 *
 * @param step name, with item or round where there is one
 * @param reads digest of everything that decided what was made, beside the definition
 * @param takenFrom the earlier attempt that did the work, or null when this one did
 */
public record StepRecord<T>(
        RunId run,
        String step,
        String definitionDigest,
        String reads,
        @Nullable RunId takenFrom,
        Instant startedAt,
        Instant endedAt,
        T made) {
    public StepRecord {
        requireNonNull(run, "run is null");
        requireNonNull(step, "step is null");
        requireNonNull(definitionDigest, "definitionDigest is null");
        requireNonNull(reads, "reads is null");
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(endedAt, "endedAt is null");
        requireNonNull(made, "made is null");
    }

    /** The attempt that did the work. */
    public RunId worker() {
        return takenFrom == null ? run : takenFrom;
    }
}
