package dev.nightjar.local.night;

import dev.nightjar.core.night.RunId;

import org.jspecify.annotations.Nullable;

/**
 * A night that is over.
 *
 * @param run null when no slot was claimed
 * @param failure null when the run did not fail
 */
record Night(
        NightRequest request,
        @Nullable RunId run,
        String outcome,
        @Nullable FailureAnswer failure,
        double seconds) {}
