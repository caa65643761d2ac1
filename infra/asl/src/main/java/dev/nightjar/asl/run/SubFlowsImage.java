package dev.nightjar.asl.run;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What one attempt of a Parallel or a Map began, as a journal tells it. */
final class SubFlowsImage {
    private final long startedEvent;
    private final NavigableMap<Integer, FlowImage> flows = new TreeMap<>();
    private @Nullable JsonNode input;
    private JournalRecord.@Nullable ItemsPinned items;
    private @Nullable MapRun mapRun;
    private boolean toBeRedriven;

    SubFlowsImage(long startedEvent) {
        this.startedEvent = startedEvent;
    }

    /** The ParallelStateStarted or MapStateStarted event. */
    long startedEvent() {
        return startedEvent;
    }

    /** What the branches got, or null before they did, and for a Map. */
    @Nullable JsonNode input() {
        return input;
    }

    /** The items and limits of a Map, or null before they were known, and for a Parallel. */
    JournalRecord.@Nullable ItemsPinned items() {
        return items;
    }

    /** The Map Run of a distributed Map, or null. */
    @Nullable MapRun mapRun() {
        return mapRun;
    }

    /** Whether the execution was redriven after the Map Run stopped, and the Map Run not yet. */
    boolean toBeRedriven() {
        return toBeRedriven;
    }

    /** A branch or an iteration, or null when it did not begin. */
    @Nullable FlowImage flow(int index) {
        return flows.get(index);
    }

    FlowImage begin(int index) {
        return flows.computeIfAbsent(index, _ -> new FlowImage(this.startedEvent));
    }

    Collection<FlowImage> begun() {
        return flows.values();
    }

    Map<Integer, FlowImage> begunByIndex() {
        return flows;
    }

    void branchesStarted(JsonNode branchInput) {
        input = branchInput;
    }

    void itemsPinned(JournalRecord.ItemsPinned pinned) {
        items = pinned;
    }

    void mapRunStarted(MapRun run) {
        mapRun = run;
    }

    void mapRunRedriven() {
        toBeRedriven = false;
    }

    boolean succeededAsMapRun() {
        return mapRun != null && mapRun.status() == MapRunStatus.SUCCEEDED;
    }

    void redriven() {
        toBeRedriven = mapRun != null;
        flows.values().forEach(flow -> flow.redriven(startedEvent));
    }
}
