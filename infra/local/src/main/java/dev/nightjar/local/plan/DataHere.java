package dev.nightjar.local.plan;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectSource;
import dev.nightjar.run.Inputs;

import java.util.List;
import java.util.Optional;

/**
 * What lies in the data root for a slot.
 *
 * @param slot whose data these are
 * @param shards by size, without reading; 0 for a training
 */
record DataHere(Slot slot, int objects, long bytes, int shards) {
    DataHere {
        requireNonNull(slot, "slot is null");
    }

    /** The data of the first of the slots that has any. */
    static Optional<DataHere> of(
            Definition definition, Machine machine, List<Slot> slots, ObjectSource data) {
        return slots.stream()
                .map(slot -> of(definition, machine, slot, data))
                .filter(found -> found.objects() > 0)
                .findFirst();
    }

    private static DataHere of(
            Definition definition, Machine machine, Slot slot, ObjectSource data) {
        List<ObjectHead> objects = Inputs.list(definition, machine, slot, data).objects();
        long bytes = objects.stream().mapToLong(ObjectHead::size).sum();
        return new DataHere(slot, objects.size(), bytes, shards(definition, machine, objects));
    }

    private static int shards(Definition definition, Machine machine, List<ObjectHead> objects) {
        var scoring = definition.scoring();
        if (machine == Machine.TRAINING || scoring == null) {
            return 0;
        }
        long target = scoring.shards().targetBytes();
        return objects.stream().mapToInt(object -> shards(object, target)).sum();
    }

    /** As the plan of a batch cuts: what is packed stays whole. */
    private static int shards(ObjectHead object, long target) {
        boolean whole = object.size() <= target || object.key().endsWith(".gz");
        return whole ? 1 : Math.toIntExact((object.size() + target - 1) / target);
    }
}
