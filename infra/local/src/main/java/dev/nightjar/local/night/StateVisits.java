package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.MapRunDescription;
import dev.nightjar.core.error.ErrorTable;
import dev.nightjar.local.platform.ExecutionReader;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads from the events of an execution which states it went through, how often each tried, and how
 * far its Maps are. Not safe for use by multiple threads.
 */
final class StateVisits implements ExecutionReader {
    private final List<Visit> visits = new ArrayList<>();
    private final Map<Long, Visit> byEvent = new HashMap<>();
    private final Map<String, Visit> newest = new HashMap<>();
    private final Map<String, Visit> children = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> shardByItem = new HashMap<>();
    private final Map<Integer, Integer> attemptsByShard = new HashMap<>();
    private final BitSet shardsAtWork = new BitSet();
    private final Maps maps = new Maps();

    /** What is known of one visit while events are read. */
    private static final class Visit {
        private final String name;
        private final Instant entered;
        private final BitSet items = new BitSet();
        private @Nullable Instant exited;
        private @Nullable Instant pausesUntil;
        private int scheduled;
        private @Nullable String error;

        private Visit(String name, Instant entered) {
            this.name = requireNonNull(name, "name is null");
            this.entered = requireNonNull(entered, "entered is null");
        }

        private StateVisit answer(@Nullable MapProgress progress) {
            return new StateVisit(
                    name,
                    entered.toString(),
                    exited == null ? null : exited.toString(),
                    Math.max(1, scheduled),
                    items.isEmpty() ? null : items.cardinality(),
                    error == null ? null : ErrorTable.shortName(error),
                    pausesUntil == null ? null : pausesUntil.toString(),
                    progress);
        }
    }

    /** In the order in which they were entered. */
    List<StateVisit> answers() {
        return visits.stream()
                .sorted(Comparator.comparing(visit -> visit.entered))
                .map(visit -> visit.answer(progress(visit)))
                .toList();
    }

    private @Nullable MapProgress progress(Visit visit) {
        boolean last = visit.equals(newest.get(visit.name));
        Optional<MapProgress> progress = last ? maps.of(visit.name) : Optional.empty();
        return progress.orElse(null);
    }

    /** How often a shard was tried. */
    int attempts(int shard) {
        return attemptsByShard.getOrDefault(shard, 0);
    }

    /** Whether a shard is at work. */
    boolean isAtWork(int shard) {
        return shardsAtWork.get(shard);
    }

    @Override
    public void happened(HistoryEvent event) {
        maps.happened(event);
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

    @Override
    public void childHappened(String map, int item, HistoryEvent event) {
        maps.childHappened(map, item, event);
        note(shard(map, item, event), event);
        String state = event.stateName();
        if (state == null) {
            return;
        }
        Visit visit =
                children.computeIfAbsent(
                        map + "/" + state,
                        key -> {
                            Visit first = new Visit(state, event.timestamp());
                            visits.add(first);
                            return first;
                        });
        visit.items.set(item);
        note(visit, event);
    }

    @Override
    public void counted(MapRunDescription mapRun) {
        maps.counted(mapRun);
    }

    /**
     * Items of a Map are shards, yet not always all of them in order: the child's input names it.
     */
    private int shard(String map, int item, HistoryEvent event) {
        Map<Integer, Integer> shards = shardByItem.computeIfAbsent(map, key -> new HashMap<>());
        if (event.type() == EventType.EXECUTION_STARTED) {
            shards.put(item, event.details().at("/input/item").asInt(item + 1));
        }
        return shards.getOrDefault(item, item + 1);
    }

    private void note(int shard, HistoryEvent event) {
        switch (event.type()) {
            case EXECUTION_STARTED, EXECUTION_REDRIVEN -> shardsAtWork.set(shard);
            case EXECUTION_SUCCEEDED, EXECUTION_FAILED, EXECUTION_TIMED_OUT, EXECUTION_ABORTED ->
                    shardsAtWork.clear(shard);
            case TASK_SCHEDULED -> attemptsByShard.merge(shard, 1, Integer::sum);
            default -> {}
        }
    }

    @Override
    public void pauses(String state, Instant until) {
        Visit visit = newest.get(state);
        if (visit != null) {
            visit.pausesUntil = until;
        }
    }

    private static void note(Visit visit, HistoryEvent event) {
        EventType type = event.type();
        visit.pausesUntil = null;
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
