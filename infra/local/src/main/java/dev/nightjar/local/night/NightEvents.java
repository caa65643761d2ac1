package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.ExecutionIdentity;
import dev.nightjar.asl.run.ExecutionListener;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.core.night.RunId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;

/** Tells a listener of nights what the engine tells. Safe for use by multiple threads. */
final class NightEvents implements ExecutionListener {
    private final NightListener listener;
    private final Map<String, Integer> totals = new HashMap<>();
    private final Map<String, Integer> done = new HashMap<>();
    private @Nullable RunId run;

    NightEvents(NightListener listener) {
        this.listener = requireNonNull(listener, "listener is null");
    }

    @Override
    public synchronized void happened(ExecutionIdentity execution, HistoryEvent event) {
        String state = event.stateName();
        if (execution.isChild() || state == null) {
            return;
        }
        if (event.type() == EventType.TASK_SUCCEEDED) {
            answered(state, event.details().at("/output/Payload"));
        }
        RunId claimed = run;
        if (claimed == null) {
            return;
        }
        String type = event.type().awsName();
        if (type.endsWith("StateEntered")) {
            listener.stepStarted(claimed, state);
        } else if (type.endsWith("StateExited")) {
            listener.stepEnded(claimed, state);
        } else if (event.type() == EventType.MAP_STATE_STARTED) {
            totals.put(state, event.details().path("length").asInt(0));
        } else if (event.type() == EventType.MAP_ITERATION_SUCCEEDED) {
            progressed(claimed, state);
        }
    }

    @Override
    public synchronized void ended(ExecutionIdentity execution, ExecutionResult result) {
        ExecutionIdentity.Parent parent = execution.parent();
        if (parent != null && run != null) {
            progressed(run, parent.mapStateName());
        }
    }

    /** The answers that say how many items a Map will have. */
    private void answered(String state, JsonNode answer) {
        switch (state) {
            case "ClaimSlot" -> {
                if (answer.path("outcome").asString("").equals("CLAIMED")) {
                    RunId claimed = RunId.parse(answer.path("run").asString());
                    run = claimed;
                    listener.claimed(claimed);
                }
            }
            case "PrepareData" -> totals.put("TrainCandidates", count(answer.path("candidates")));
            case "PlanBatch" -> totals.put("ScoreShards", count(answer.path("shards")));
            case "TallyBatch" -> totals.put("RescoreShards", count(answer.path("rescore")));
            default -> {}
        }
    }

    private static int count(JsonNode items) {
        return items.isArray() ? items.size() : items.asInt(0);
    }

    private void progressed(RunId claimed, String map) {
        int ended = done.merge(map, 1, Integer::sum);
        listener.progress(claimed, map, ended, Math.max(ended, totals.getOrDefault(map, ended)));
    }
}
