package dev.nightjar.local.scheduler;

import dev.nightjar.core.night.Slot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts nights that end at once: each slot is worked on once, however often it is delivered. */
final class ClaimedSlots implements Starter {
    private record Claim(String machine, Slot slot) {}

    private final Map<Claim, Integer> deliveries = new LinkedHashMap<>();
    private final List<Firing> firings = new ArrayList<>();

    @Override
    public synchronized void start(Firing firing) {
        firings.add(firing);
        deliveries.merge(new Claim(firing.schedule().label(), firing.slot()), 1, Integer::sum);
    }

    List<Firing> firings() {
        return firings;
    }

    List<Slot> slots() {
        return firings.stream().map(Firing::slot).toList();
    }

    List<Slot> slots(String label) {
        return deliveries.keySet().stream()
                .filter(claim -> claim.machine().equals(label))
                .map(Claim::slot)
                .toList();
    }

    int mostDeliveriesOfASlot() {
        return deliveries.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
