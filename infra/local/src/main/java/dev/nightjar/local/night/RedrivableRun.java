package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.RunId;

import org.jspecify.annotations.Nullable;

/**
 * A run whose execution can go on, in the same attempt.
 *
 * @param execution ARN
 * @param request what the execution was started with
 * @param interrupted whether it never ended, because its process was killed
 * @param state where it goes on, or null when it had not begun
 */
public record RedrivableRun(
        RunId run,
        String execution,
        NightRequest request,
        boolean interrupted,
        @Nullable String state) {
    public RedrivableRun {
        requireNonNull(run, "run is null");
        requireNonNull(execution, "execution is null");
        requireNonNull(request, "request is null");
    }
}
