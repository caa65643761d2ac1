package dev.nightjar.asl.teststate;

import org.jspecify.annotations.Nullable;

/**
 * What happened to a state before the moment that is tested ("TestStateConfiguration", API
 * reference). Immutable.
 *
 * @param retrierRetryCount retries that the Retry which matches the mocked error has made, or null
 * @param errorCausedByState the state of a Map or Parallel that the mocked error comes from, or
 *     null
 * @param mapIterationFailureCount iterations of a Map that failed, or null
 * @param mapItemReaderData what ItemReader reads, as the source has it, or null
 */
public record StateConfiguration(
        @Nullable Integer retrierRetryCount,
        @Nullable String errorCausedByState,
        @Nullable Integer mapIterationFailureCount,
        @Nullable String mapItemReaderData) {

    /** Nothing happened. */
    public static final StateConfiguration NONE = new StateConfiguration(null, null, null, null);

    public StateConfiguration {
        notNegative(retrierRetryCount, "retrierRetryCount");
        notNegative(mapIterationFailureCount, "mapIterationFailureCount");
    }

    private static void notNegative(@Nullable Integer count, String name) {
        if (count != null && count < 0) {
            throw new StateTestRefusedException(
                    StateTestRefusedException.VALIDATION,
                    name + " is " + count + ", and must be at least 0");
        }
    }
}
