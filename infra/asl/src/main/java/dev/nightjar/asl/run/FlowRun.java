package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.ErrorName;
import dev.nightjar.asl.parse.Flow;
import dev.nightjar.asl.parse.TaskState;
import dev.nightjar.asl.parse.Transition;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;

/** One run through a flow: which state it is in, and the variables that its states see. */
final class FlowRun {
    private final RunningExecution execution;
    private final Flow flow;
    private final String path;
    private final @Nullable MapItem item;
    private final FlowEnd end;
    private Map<String, JsonNode> variables;
    private long lastEvent;
    private @Nullable StateRun current;
    private boolean stopped;

    FlowRun(
            RunningExecution execution,
            Flow flow,
            String path,
            Map<String, JsonNode> variables,
            @Nullable MapItem item,
            FlowEnd end) {
        this.execution = execution;
        this.flow = flow;
        this.path = path;
        this.variables = variables;
        this.item = item;
        this.end = end;
    }

    RunningExecution execution() {
        return execution;
    }

    /** Its name in the journal. */
    String path() {
        return path;
    }

    @Nullable MapItem item() {
        return item;
    }

    Map<String, JsonNode> variables() {
        return variables;
    }

    void assign(ObjectNode values) {
        Map<String, JsonNode> more = new LinkedHashMap<>(variables);
        values.properties().forEach(entry -> more.put(entry.getKey(), entry.getValue()));
        variables = more;
    }

    long lastEvent() {
        return lastEvent;
    }

    void lastEvent(long id) {
        lastEvent = id;
    }

    void start(JsonNode input, long previousEvent) {
        lastEvent = previousEvent;
        enter(flow.startAt(), input);
    }

    /** Goes on where a journal ends: in a state, or between two. */
    void resume(FlowImage image) {
        lastEvent = image.lastEvent();
        Map<String, JsonNode> all = new LinkedHashMap<>(variables);
        all.putAll(image.assigned());
        variables = all;
        StateImage inside = image.state();
        if (inside == null) {
            enter(
                    requireNonNull(image.next(), "the flow has ended"),
                    requireNonNull(image.output(), "the flow has not begun"));
            return;
        }
        execution.post(
                () -> {
                    if (!stopped) {
                        StateRun run = new StateRun(this, flow.state(inside.name()), inside);
                        current = run;
                        run.resume(inside);
                    }
                });
    }

    void leave(Transition transition, JsonNode output) {
        StateTrial trial = execution.engine().trial();
        if (trial != null) {
            trial.left(transition, variables);
            succeed(output);
            return;
        }
        switch (transition) {
            case Transition.To(String next) -> enter(next, output);
            case Transition.End() -> succeed(output);
        }
    }

    private void enter(String name, JsonNode input) {
        execution.post(
                () -> {
                    if (stopped) {
                        return;
                    }
                    if (execution.historyIsFull()) {
                        fail(
                                new StateFailure(
                                        ErrorName.RUNTIME,
                                        "The execution reached the maximum number of history"
                                                + " events ("
                                                + History.MOST_EVENTS
                                                + ")."));
                        return;
                    }
                    current = new StateRun(this, flow.state(name), input);
                    current.enter();
                });
    }

    void succeed(JsonNode output) {
        if (!stopped) {
            stopped = true;
            end.succeeded(this, output);
        }
    }

    void fail(StateFailure failure) {
        if (!stopped) {
            stopped = true;
            end.failed(this, failure);
        }
    }

    /** AWS tells of the Task whose failure ended a branch or an iteration. */
    void tellOfFailedTask() {
        if (current != null && current.state() instanceof TaskState) {
            current.asideEvent(EventType.TASK_STATE_ABORTED, Json.object());
        }
    }

    /** Stops because a flow beside this one failed, with an event that AWS numbers after that. */
    void stopAfter(long failedEvent) {
        lastEvent = failedEvent;
        stop();
    }

    /** Stops without an end: the one who waits for it no longer does. */
    void stop() {
        if (!stopped) {
            stopped = true;
            if (current != null) {
                current.stop();
            }
        }
    }
}
