package dev.nightjar.local.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.Machine;

/** How a night must end that met a fault: what its machine's Retry and Catch say. */
sealed interface Promise {

    /** It does what it would have done without the fault. */
    record Done(int leastEvents, int mostEvents) implements Promise {}

    /**
     * The deed had its effect, but the machine never heard: the run is done, and nobody is woken.
     *
     * @param caught whether the machine went to RecordFailure
     */
    record Stands(boolean caught) implements Promise {}

    /** It fails, with one record of the state that failed, and tells people once. */
    record Fails(String state, String error) implements Promise {

        /** Whether the machine caught it: only our own errors have a short name. */
        boolean isCaught() {
            return error.indexOf('.') < 0;
        }
    }

    /** It fails before it has a run to record anything of, and tells people once. */
    record FailsUnclaimed(String error) implements Promise {}

    static Promise done() {
        return new Done(1, 1);
    }

    /** Fails the test unless the night kept the promise. */
    default void check(Machine machine, FaultyNight.Aftermath night) {
        String good = FaultyNight.goodOutcome(machine);
        switch (this) {
            case Done(int least, int most) -> {
                assertThat(night.outcome()).isEqualTo(good);
                assertQuiet(night);
                assertThat(night.events()).hasSizeBetween(least, most);
            }
            case Stands(boolean _) -> {
                assertThat(night.outcome()).isEqualTo(good);
                assertQuiet(night);
                assertThat(night.events()).isEmpty();
            }
            case Fails(String state, String error) -> {
                assertThat(night.outcome()).isEqualTo("FAILED");
                assertThat(night.failures())
                        .extracting(FailureRecord::state, FailureRecord::error)
                        .containsExactly(tuple(state, error));
                assertThat(night.notifications())
                        .singleElement()
                        .asString()
                        .endsWith(" at " + state);
                assertThat(night.events()).isEmpty();
            }
            case FailsUnclaimed(String _) -> {
                assertThat(night.outcome()).isEqualTo("FAILED");
                assertThat(night.failures()).isEmpty();
                assertThat(night.notifications())
                        .singleElement()
                        .asString()
                        .endsWith("FAILED no slot was claimed at ClaimSlot");
                assertThat(night.events()).isEmpty();
            }
        }
        assertThat(night.unfired()).isEmpty();
    }

    private static void assertQuiet(FaultyNight.Aftermath night) {
        assertThat(night.failures()).isEmpty();
        assertThat(night.notifications()).isEmpty();
    }
}
