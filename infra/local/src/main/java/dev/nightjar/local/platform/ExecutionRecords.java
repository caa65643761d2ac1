package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.JournalRecord;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells a reader what the records of a journal say: of children which item of which Map they work
 * on. Remembers only children that have not ended. For one reading.
 */
final class ExecutionRecords implements Consumer<JournalRecord> {
    private final ExecutionReader reader;
    private final Map<String, String> stateByPath = new HashMap<>();
    private final Map<String, String> mapByRun = new HashMap<>();
    private final Map<String, Child> open = new HashMap<>();

    private record Child(String map, int item) {}

    ExecutionRecords(ExecutionReader reader) {
        this.reader = requireNonNull(reader, "reader is null");
    }

    @Override
    public void accept(JournalRecord record) {
        switch (record) {
            case JournalRecord.Happened(String child, String path, HistoryEvent event, _) -> {
                if (child == null) {
                    happened(path, event);
                } else {
                    childHappened(child, event);
                }
            }
            case JournalRecord.ChildStarted(String child, String mapRun, int index, _, _) -> {
                String map = mapByRun.get(mapRun);
                if (map != null) {
                    open.put(child, new Child(map, index));
                }
            }
            case JournalRecord.RetryScheduled(String child, String path, _, Instant due, _) ->
                    pauses(child, path, due);
            case JournalRecord.WaitScheduled(String child, String path, Instant due) ->
                    pauses(child, path, due);
            case JournalRecord.TimeoutScheduled _,
                    JournalRecord.BranchesStarted _,
                    JournalRecord.ItemsPinned _,
                    JournalRecord.Resumed _ -> {}
        }
    }

    private void happened(String path, HistoryEvent event) {
        String state = event.stateName();
        if (state != null) {
            stateByPath.put(path, state);
            if (event.type() == EventType.MAP_RUN_STARTED) {
                mapByRun.put(event.details().path("mapRunArn").asString(""), state);
            }
        }
        reader.happened(event);
    }

    private void childHappened(String name, HistoryEvent event) {
        Child child = open.get(name);
        if (child == null) {
            return;
        }
        switch (event.type()) {
            case EXECUTION_SUCCEEDED, EXECUTION_FAILED, EXECUTION_TIMED_OUT, EXECUTION_ABORTED ->
                    open.remove(name);
            default -> {}
        }
        reader.childHappened(child.map(), child.item(), event);
    }

    private void pauses(@Nullable String child, String path, Instant due) {
        String state = child == null ? stateByPath.get(path) : null;
        if (state != null) {
            reader.pauses(state, due);
        }
    }
}
