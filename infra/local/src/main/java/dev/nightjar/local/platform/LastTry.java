package dev.nightjar.local.platform;

import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.core.night.RunId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;

/**
 * What an execution did since it was started or last redriven, read from its history.
 *
 * @param state the newest state outside of distributed Maps' children, or null
 * @param caught whether the machine caught a failure: it entered RecordFailure
 * @param asked what the machine asked of RecordFailure, or null
 * @param recorded whether RecordFailure ended well
 * @param redrives how often the execution was redriven
 * @param run what ClaimSlot answered, or null
 */
public record LastTry(
        @Nullable String state,
        boolean caught,
        @Nullable JsonNode asked,
        boolean recorded,
        int redrives,
        @Nullable RunId run) {
    static final String RECORDER = "RecordFailure";

    /** The state whose answer names the run. */
    private static final String CLAIM = "ClaimSlot";

    /** Of the events of an execution, oldest first. */
    public static LastTry of(List<HistoryEvent> history) {
        LastTry last = new LastTry(null, false, null, false, 0, null);
        for (HistoryEvent event : history) {
            last = last.then(event);
        }
        return last;
    }

    private LastTry then(HistoryEvent event) {
        if (event.type() == EventType.EXECUTION_REDRIVEN) {
            int count = event.details().path("redriveCount").asInt(redrives + 1);
            return new LastTry(state, false, null, false, count, run);
        }
        String now = event.stateName();
        if (now == null) {
            return this;
        }
        return switch (now) {
            case RECORDER -> recorder(event);
            case CLAIM -> new LastTry(now, caught, asked, recorded, redrives, claimed(event));
            default -> new LastTry(now, caught, asked, recorded, redrives, run);
        };
    }

    private LastTry recorder(HistoryEvent event) {
        JsonNode request =
                event.type() == EventType.TASK_SCHEDULED
                        ? event.details().at("/parameters/Payload")
                        : asked;
        boolean done = recorded || event.type() == EventType.TASK_SUCCEEDED;
        return new LastTry(RECORDER, true, request, done, redrives, run);
    }

    private @Nullable RunId claimed(HistoryEvent event) {
        return event.type() == EventType.TASK_SUCCEEDED
                ? RunId.parse(event.details().at("/output/Payload/run").asString())
                : run;
    }
}
