package dev.nightjar.run.report;

import dev.nightjar.core.night.InputObject;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The objects that a run read.
 *
 * @param objects how many
 * @param bytes of all of them, as stored
 * @param digest over keys and ETags, or null before they were read
 * @param listed the first of them in key order
 */
public record ReportedInputs(
        int objects, long bytes, @Nullable String digest, List<InputObject> listed) {
    static final int MOST = 200;

    public ReportedInputs {
        listed = List.copyOf(listed);
    }

    static ReportedInputs of(List<InputObject> inputs, @Nullable String digest) {
        return new ReportedInputs(
                inputs.size(),
                inputs.stream().mapToLong(InputObject::size).sum(),
                digest,
                inputs.stream().limit(MOST).toList());
    }
}
