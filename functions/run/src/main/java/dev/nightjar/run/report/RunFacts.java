package dev.nightjar.run.report;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.run.Records;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the store says of a run, whichever its machine.
 *
 * @param record what it was asked to do, or null when that was lost
 * @param outcome how it ended, or null when it did not end
 * @param failures in the order of keys
 * @param address where a key of the store lies, for people
 */
record RunFacts(
        RunId run,
        @Nullable RunRecord record,
        @Nullable OutcomeRecord outcome,
        List<FailureRecord> failures,
        UnaryOperator<String> address) {
    RunFacts {
        requireNonNull(run, "run is null");
        failures = List.copyOf(failures);
        requireNonNull(address, "address is null");
    }

    static RunFacts read(RunId run, Records records, ObjectStore store) {
        return new RunFacts(
                run,
                records.run(run).orElse(null),
                records.outcome(run).orElse(null),
                records.failures(run),
                store::address);
    }

    /** How the run ended, or null when it did not. */
    @Nullable Outcome ended() {
        return outcome == null ? null : outcome.outcome();
    }
}
