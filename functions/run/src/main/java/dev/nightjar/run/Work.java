package dev.nightjar.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Work that is done once a slot: a retry finds its own record, a later attempt takes over what an
 * earlier one made of the same definition and the same reads. So a killed or failed run never
 * trains twice. Safe for use by multiple threads.
 */
public final class Work {
    private final Records records;
    private final Claims claims;
    private final InstantSource clock;

    /** Work noted in the records. */
    public Work(Records records, InstantSource clock) {
        this.records = requireNonNull(records, "records is null");
        this.claims = new Claims(records);
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * What the step made: found, taken over or made now.
     *
     * @param step name of its record, with item or round
     * @param aliases names under which earlier attempts may have made the same
     * @param reads digest of all that decides what is made, beside the definition
     * @throws dev.nightjar.core.error.Conflict when a newer attempt works on the slot
     */
    public <T> StepRecord<T> once(
            RunRecord run,
            String step,
            List<String> aliases,
            String reads,
            Class<T> type,
            Supplier<T> work) {
        Optional<StepRecord<T>> own = records.step(run.run(), step, type);
        if (own.isPresent()) {
            return own.get();
        }
        claims.refuseSuperseded(run.run());
        Instant startedAt = clock.instant();
        Optional<StepRecord<T>> earlier = earlier(run, aliases, reads, type);
        RunId takenFrom = earlier.map(StepRecord::worker).orElse(null);
        T made = earlier.isPresent() ? earlier.get().made() : work.get();
        return records.createStep(
                new StepRecord<>(
                        run.run(),
                        step,
                        run.definitionDigest(),
                        reads,
                        takenFrom,
                        startedAt,
                        clock.instant(),
                        made),
                type);
    }

    /** The same for a step without rounds. */
    public <T> StepRecord<T> once(
            RunRecord run, String step, String reads, Class<T> type, Supplier<T> work) {
        return once(run, step, List.of(step), reads, type, work);
    }

    private <T> Optional<StepRecord<T>> earlier(
            RunRecord run, List<String> aliases, String reads, Class<T> type) {
        if (run.rerun() != null) {
            return Optional.empty();
        }
        for (RunId attempt : claims.earlierThan(run.run())) {
            for (String alias : aliases) {
                Optional<StepRecord<T>> made =
                        records.step(attempt, alias, type)
                                .filter(
                                        record ->
                                                record.reads().equals(reads)
                                                        && record.definitionDigest()
                                                                .equals(run.definitionDigest()));
                if (made.isPresent()) {
                    return made;
                }
            }
        }
        return Optional.empty();
    }
}
