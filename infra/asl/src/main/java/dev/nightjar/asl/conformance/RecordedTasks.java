package dev.nightjar.asl.conformance;

import dev.nightjar.asl.run.EngineClock;
import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The tasks of a recorded history with their outcomes, in its order. A task takes the first outcome
 * that is left of those for its resource and its input; tasks at work at the same time may so take
 * theirs in any order. Where no input is the same (a recording hides names of accounts) it takes
 * the first for its resource.
 */
final class RecordedTasks {
    /** Longer than anything waits. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> left;
    private final EngineClock clock;

    RecordedTasks(JsonNode tasks, EngineClock clock) {
        tasks.forEach(task -> entries.add(new Entry(task)));
        this.left = new ArrayList<>(entries);
        this.clock = clock;
    }

    /** The outcome that is the task's turn; null when none is left for its resource. */
    synchronized @Nullable Entry next(TaskCall call) {
        Entry entry = first(left, each -> each.isOf(call.resource()) && each.hasInputOf(call));
        if (entry == null) {
            entry = first(left, each -> each.isOf(call.resource()));
        }
        left.remove(entry);
        return entry;
    }

    /** An outcome that was taken before: the last one with this input, else for this resource. */
    @Nullable Entry last(TaskCall call) {
        List<Entry> backwards = entries.reversed().stream().filter(Entry::ended).toList();
        Entry entry = first(backwards, each -> each.isOf(call.resource()) && each.hasInputOf(call));
        return entry == null ? first(backwards, each -> each.isOf(call.resource())) : entry;
    }

    private static @Nullable Entry first(List<Entry> entries, Predicate<Entry> fits) {
        for (Entry entry : entries) {
            if (fits.test(entry)) {
                return entry;
            }
        }
        return null;
    }

    /** The outcome of an entry that has one. */
    JsonNode replay(Entry entry, TaskCall call) throws TaskFailure, InterruptedException {
        JsonNode outcome = entry.outcome();
        String status = outcome.path("status").asString("").toLowerCase(Locale.ROOT);
        if (status.equals("succeeded")) {
            return outcome.path("output");
        }
        if (status.startsWith("timed") && call.timeout() != null) {
            clock.sleep(FOR_EVER);
        }
        throw new TaskFailure(entry.error(), entry.cause());
    }

    /**
     * Waits where the recording has no end of a task. Most often another branch ended the task;
     * this gives it the time to.
     */
    void awaitOthers(TaskCall call) throws InterruptedException {
        Duration timeout = call.timeout();
        clock.sleep(
                timeout == null || timeout.compareTo(PATIENCE) > 0
                        ? PATIENCE
                        : timeout.dividedBy(2));
    }

    /** One task of the history. */
    record Entry(JsonNode task) {
        private static final String INTEGRATION = "arn:aws:states:::";
        private static final String FUNCTION = ":function:";

        JsonNode outcome() {
            return task.path("outcome");
        }

        /** Whether the recording knows how it ended. */
        boolean ended() {
            return outcome().has("status") || outcome().has("error");
        }

        String error() {
            return outcome().path("error").asString("States.Timeout");
        }

        @Nullable String cause() {
            JsonNode cause = outcome().path("cause");
            if (cause.isMissingNode() || cause.isNull()) {
                return null;
            }
            return cause.isString() ? cause.stringValue() : cause.toString();
        }

        boolean isOf(String resource) {
            String said = task.path("resource").asString("");
            String type = task.path("resourceType").asString("");
            if (!type.isEmpty()) {
                return resource.equals(INTEGRATION + type + ":" + said);
            }
            int function = said.indexOf(FUNCTION);
            // Recordings hide account numbers, so that a function is known by its name only.
            return function >= 0
                    ? resource.endsWith(said.substring(function))
                    : resource.equals(said) || resource.endsWith(":" + said);
        }

        boolean hasInputOf(TaskCall call) {
            JsonNode input = task.path("input");
            return input.isMissingNode() || SameJson.same(input, call.arguments());
        }
    }
}
