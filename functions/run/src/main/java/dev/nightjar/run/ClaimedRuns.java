package dev.nightjar.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.states.ExecutionArn;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;

import java.util.Optional;

/** Which run an execution works on, as the store has it. Safe for use by multiple threads. */
final class ClaimedRuns {
    private final Records records;

    ClaimedRuns(Records records) {
        this.records = requireNonNull(records, "records is null");
    }

    /** The run that an execution claimed, when it got so far. */
    Optional<RunId> of(String execution, StartInput input) {
        Optional<Machine> machine = ExecutionArn.parse(execution).flatMap(ExecutionArn::machine);
        if (machine.isEmpty() || input.slot().isEmpty() || input.pipeline().isEmpty()) {
            return Optional.empty();
        }
        return records.claims(input.pipeline().get(), machine.get(), input.slot().get()).stream()
                .filter(claim -> claim.execution().equals(execution))
                .map(Claim::run)
                .findFirst();
    }
}
