package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.core.error.ErrorTable;
import dev.nightjar.local.platform.ChildEvent;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads from the events of an execution which states it went through, and how often each tried. */
final class StateVisits {
    private final List<Visit> visits = new ArrayList<>();
    private final Map<Long, Visit> byEvent = new HashMap<>();
    private final Map<String, Visit> newest = new HashMap<>();
    private final Map<String, Visit> children = new HashMap<>();
    private final Map<Integer, Integer> attemptsByItem = new HashMap<>();

    /** What is known of one visit while events are read. */
    private static final class Visit {
        private final String name;
        private final Instant entered;
        private final Set<Integer> items = new HashSet<>();
        private @Nullable Instant exited;
        private int scheduled;
        private @Nullable String error;

        private Visit(String name, Instant entered) {
            this.name = requireNonNull(name, "name is null");
            this.entered = requireNonNull(entered, "entered is null");
        }

        private StateVisit answer() {
            return new StateVisit(
                    name,
                    entered.toString(),
                    exited == null ? null : exited.toString(),
                    Math.max(1, scheduled),
                    items.isEmpty() ? null : items.size(),
                    error == null ? null : ErrorTable.shortName(error));
        }
    }

    private StateVisits() {}

    static StateVisits of(List<HistoryEvent> history, List<ChildEvent> children) {
        StateVisits visits = new StateVisits();
        history.forEach(visits::read);
        children.forEach(visits::read);
        return visits;
    }

    /** In the order in which they were entered. */
    List<StateVisit> answers() {
        return visits.stream()
                .sorted(Comparator.comparing(visit -> visit.entered))
                .map(Visit::answer)
                .toList();
    }

    /** How often the task of an item of a scoring's Maps was tried, by item from 0. */
    int attempts(int item) {
        return attemptsByItem.getOrDefault(item, 0);
    }

    private void read(HistoryEvent event) {
        String state = event.stateName();
        if (state == null) {
            return;
        }
        // Iterations of a Map are in the same state at once: only the chain of events tells them
        // apart. A Map's own exit is chained to an iteration, so that there the name must do.
        Visit before = byEvent.get(event.previousEventId());
        Visit visit = before != null && before.name.equals(state) ? before : newest.get(state);
        if (event.type().awsName().endsWith("StateEntered")) {
            visit = new Visit(state, event.timestamp());
            visits.add(visit);
            newest.put(state, visit);
        }
        if (visit != null) {
            byEvent.put(event.id(), visit);
            note(visit, event);
        }
    }

    private void read(ChildEvent child) {
        HistoryEvent event = child.event();
        String state = event.stateName();
        if (state == null) {
            return;
        }
        Visit visit =
                children.computeIfAbsent(
                        child.map() + "/" + state,
                        key -> {
                            Visit first = new Visit(state, event.timestamp());
                            visits.add(first);
                            return first;
                        });
        visit.items.add(child.item());
        if (event.type() == EventType.TASK_SCHEDULED) {
            attemptsByItem.merge(child.item(), 1, Integer::sum);
        }
        note(visit, event);
    }

    private static void note(Visit visit, HistoryEvent event) {
        EventType type = event.type();
        if (type == EventType.TASK_SCHEDULED || type == EventType.LAMBDA_FUNCTION_SCHEDULED) {
            visit.scheduled++;
        }
        if (type.awsName().endsWith("StateExited")) {
            visit.exited = event.timestamp();
        }
        if (event.details().has("error")) {
            visit.error = event.details().path("error").asString();
        }
    }
}
