package dev.nightjar.run;

import dev.nightjar.core.error.Conflict;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.RunId;

import java.util.List;
import java.util.Optional;

/** Who may work on a slot: the newest attempt alone. */
public final class Claims {
    private final Records records;

    /** Claims in the records. */
    public Claims(Records records) {
        this.records = records;
    }

    /** The newest attempt of the run's slot, when it is newer than the run's. */
    public Optional<Claim> newerThan(RunId run) {
        List<Claim> claims = records.claims(run.pipeline(), run.machine(), run.slot());
        return claims.isEmpty() || claims.getLast().run().attempt() <= run.attempt()
                ? Optional.empty()
                : Optional.of(claims.getLast());
    }

    /**
     * Refuses to work for a superseded attempt: two attempts at work at once would cost twice, and
     * the older one's results could only be thrown away.
     *
     * @throws Conflict naming the newer attempt
     */
    public void refuseSuperseded(RunId run) {
        newerThan(run)
                .ifPresent(
                        newer -> {
                            throw new Conflict(
                                    run + " was superseded by " + newer.run() + ", which goes on");
                        });
    }

    /** The earlier attempts of the run's slot, newest first. */
    public List<RunId> earlierThan(RunId run) {
        return records.claims(run.pipeline(), run.machine(), run.slot()).stream()
                .map(Claim::run)
                .filter(other -> other.attempt() < run.attempt())
                .toList()
                .reversed();
    }
}
