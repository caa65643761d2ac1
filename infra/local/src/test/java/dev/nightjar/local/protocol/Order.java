package dev.nightjar.local.protocol;

import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Slot;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What an execution asks ClaimSlot for.
 *
 * @param delivery id of the schedule's delivery, or null when a person asks
 * @param sets overrides of the pipeline file
 */
record Order(
        Machine machine,
        String execution,
        Slot slot,
        @Nullable String delivery,
        @Nullable String rerun,
        @Nullable String model,
        List<String> sets) {
    static Order training(String execution) {
        return new Order(Machine.TRAINING, execution, Workshop.SLOT, null, null, null, List.of());
    }

    static Order scoring(String execution) {
        return new Order(Machine.SCORING, execution, Workshop.SLOT, null, null, null, List.of());
    }

    Order at(Slot other) {
        return new Order(machine, execution, other, delivery, rerun, model, sets);
    }

    Order bySchedule(String id) {
        return new Order(machine, execution, slot, id, rerun, model, sets);
    }

    Order again(String how) {
        return new Order(machine, execution, slot, delivery, how, model, sets);
    }

    Order with(String version) {
        return new Order(machine, execution, slot, delivery, rerun, version, sets);
    }

    Order set(String... values) {
        return new Order(machine, execution, slot, delivery, rerun, model, List.of(values));
    }
}
