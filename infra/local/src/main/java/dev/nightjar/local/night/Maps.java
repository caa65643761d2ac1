package dev.nightjar.local.night;

import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.MapRunDescription;
import dev.nightjar.local.platform.ExecutionReader;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far the Maps of an execution are, from its events and its children's. Not safe for use by
 * multiple threads.
 */
final class Maps implements ExecutionReader {
    private final Map<String, MapItems> maps = new LinkedHashMap<>();
    private final Map<String, MapProgress> counted = new HashMap<>();
    private final Map<Long, Integer> itemByEvent = new HashMap<>();
    private @Nullable String inline;
    private @Nullable MapItems changed;

    @Override
    public void happened(HistoryEvent event) {
        changed = null;
        String state = event.stateName();
        if (state == null) {
            return;
        }
        switch (event.type()) {
            case TASK_SUCCEEDED -> answered(state, event.details().at("/output/Payload"));
            case MAP_STATE_STARTED -> started(state, event);
            case MAP_RUN_STARTED, MAP_STATE_EXITED -> {
                inline = null;
                itemByEvent.clear();
            }
            case MAP_ITERATION_STARTED ->
                    itemByEvent.put(event.id(), event.details().path("index").asInt());
            default -> {}
        }
        if (inline != null) {
            iterated(inline, event);
        }
    }

    /** The answers that say how many items a Map will have. */
    private void answered(String state, JsonNode answer) {
        switch (state) {
            case "PrepareData" -> total("TrainCandidates", answer.path("candidates"));
            case "PlanBatch" -> total("ScoreShards", answer.path("shards"));
            case "TallyBatch" -> total("RescoreShards", answer.path("rescore"));
            default -> {}
        }
    }

    private void total(String map, JsonNode items) {
        items(map).total(items.isArray() ? items.size() : items.asInt(0));
    }

    /** Of a distributed Map the length is not known here: a Map Run follows. */
    private void started(String state, HistoryEvent event) {
        int before = items(state).progress().total();
        int length = event.details().path("length").asInt(0);
        maps.remove(state);
        items(state).total(length == 0 ? before : length);
        inline = state;
        itemByEvent.clear();
    }

    /** Iterations share the execution's history: the chain of events tells them apart. */
    private void iterated(String map, HistoryEvent event) {
        boolean ofMap = map.equals(event.stateName());
        Integer item =
                ofMap && event.details().has("index")
                        ? Integer.valueOf(event.details().path("index").asInt())
                        : itemByEvent.get(event.previousEventId());
        if (item == null || (ofMap && event.type() == EventType.MAP_STATE_FAILED)) {
            return;
        }
        itemByEvent.put(event.id(), item);
        note(items(map), item, event);
    }

    @Override
    public void childHappened(String map, int item, HistoryEvent event) {
        changed = null;
        note(items(map), item, event);
    }

    @Override
    public void counted(MapRunDescription mapRun) {
        counted.put(mapRun.mapStateName(), MapProgress.of(mapRun));
    }

    private void note(MapItems items, int item, HistoryEvent event) {
        if (items.happened(item, event)) {
            changed = items;
        }
    }

    private MapItems items(String map) {
        return maps.computeIfAbsent(map, MapItems::new);
    }

    /** The Map that the newest event changed. */
    Optional<MapProgress> changed() {
        return Optional.ofNullable(changed).map(MapItems::progress);
    }

    /** The inline Map that is under way. */
    @Nullable String inline() {
        return inline;
    }

    /** How far the Map is; empty before its first item is known of. */
    Optional<MapProgress> of(String map) {
        return Optional.ofNullable(counted.get(map))
                .or(() -> Optional.ofNullable(maps.get(map)).map(MapItems::progress));
    }

    /** All Maps of which something is known, in that order. */
    List<MapProgress> all() {
        return maps.values().stream().map(MapItems::progress).toList();
    }
}
