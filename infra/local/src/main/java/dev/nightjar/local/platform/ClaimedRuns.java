package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.StartedExecution;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.run.Records;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.Optional;

/** Which run an execution works on. Safe for use by multiple threads. */
final class ClaimedRuns {
    private final Records records;

    ClaimedRuns(Records records) {
        this.records = requireNonNull(records, "records is null");
    }

    /**
     * The run that an execution claimed, when it got so far: as ClaimSlot answered, or as the store
     * has it when that answer was lost.
     */
    Optional<RunId> of(LastTry last, StartedExecution start) {
        return Optional.ofNullable(last.run()).or(() -> claimed(start));
    }

    private Optional<RunId> claimed(StartedExecution start) {
        String execution = start.identity().id();
        Optional<Slot> slot = slot(start.input());
        Optional<Machine> machine = machine(execution);
        if (slot.isEmpty() || machine.isEmpty()) {
            return Optional.empty();
        }
        String pipeline = start.input().path("pipeline").asString("");
        return records.claims(pipeline, machine.get(), slot.get()).stream()
                .filter(claim -> claim.execution().equals(execution))
                .map(Claim::run)
                .findFirst();
    }

    /** A slot that nobody can read was not claimed. */
    private static Optional<Slot> slot(JsonNode input) {
        try {
            return Optional.of(Slot.parse(input.path("slot").asString("")));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Machine> machine(String execution) {
        return ExecutionName.parse(execution)
                .flatMap(
                        name ->
                                Arrays.stream(Machine.values())
                                        .filter(each -> each.toString().equals(name.machine()))
                                        .findFirst());
    }
}
