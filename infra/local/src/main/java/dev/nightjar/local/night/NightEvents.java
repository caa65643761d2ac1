package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.ExecutionIdentity;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.MapRunDescription;
import dev.nightjar.asl.run.Pause;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.platform.ExecutionFollower;
import dev.nightjar.local.platform.RecordedExecutions;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/** Tells a listener of nights what the engine tells. Safe for use by multiple threads. */
final class NightEvents implements ExecutionFollower {
    private static final String CLAIM = "ClaimSlot";

    private final NightListener listener;
    private final Maps maps = new Maps();
    private @Nullable RunId run;

    NightEvents(NightListener listener) {
        this.listener = requireNonNull(listener, "listener is null");
    }

    /** Those of a run that goes on, from what is written of it. */
    static NightEvents goingOn(
            RedrivableRun run, RecordedExecutions executions, NightListener listener) {
        NightEvents events = new NightEvents(listener);
        String state = run.state();
        if (state != null && !state.equals(CLAIM)) {
            executions.read(run.execution(), events.maps);
            events.run = run.run();
            listener.claimed(run.run());
            listener.stepStarted(run.run(), state);
        }
        return events;
    }

    @Override
    public synchronized void happened(ExecutionIdentity execution, HistoryEvent event) {
        ExecutionIdentity.Parent parent = execution.parent();
        if (parent != null) {
            maps.childHappened(parent.mapStateName(), parent.itemIndex(), event);
        } else {
            maps.happened(event);
            happened(event);
        }
        RunId claimed = run;
        if (claimed != null) {
            maps.changed().ifPresent(progress -> listener.progress(claimed, progress));
        }
    }

    @Override
    public synchronized void counted(MapRunDescription mapRun) {
        RunId claimed = run;
        if (claimed != null) {
            listener.progress(claimed, MapProgress.of(mapRun));
        }
    }

    private void happened(HistoryEvent event) {
        String state = event.stateName();
        if (state == null) {
            return;
        }
        if (event.type() == EventType.TASK_SUCCEEDED && state.equals(CLAIM)) {
            answered(event.details().at("/output/Payload"));
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
        }
    }

    private void answered(JsonNode answer) {
        if (answer.path("outcome").asString("").equals("CLAIMED")) {
            RunId claimed = RunId.parse(answer.path("run").asString());
            run = claimed;
            listener.claimed(claimed);
        }
    }

    @Override
    public synchronized void pauses(ExecutionIdentity execution, Pause pause) {
        ExecutionIdentity.Parent parent = execution.parent();
        String map = parent == null ? maps.inline() : parent.mapStateName();
        MapProgress progress =
                map == null || map.equals(pause.stateName()) ? null : maps.of(map).orElse(null);
        listener.pauses(pause, progress);
    }
}
