package dev.nightjar.asl.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.asl.ErrorName;
import dev.nightjar.asl.expression.ExpressionFailure;
import dev.nightjar.asl.parse.Catcher;
import dev.nightjar.asl.parse.MapState;
import dev.nightjar.asl.parse.ParallelState;
import dev.nightjar.asl.parse.Retrier;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.Transition;
import dev.nightjar.asl.parse.WaitState;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** One visit of a state: from its entry, over the attempts that Retry allows, to its exit. */
final class StateRun {
    private final FlowRun flow;
    private final State state;
    private final JsonNode input;
    private final Instant enteredAt;
    private final int[] retriesByRetrier;
    private int retries;
    private long enteredEvent;
    private long eventBeforeEntry;
    private @Nullable Attempt attempt;
    private @Nullable String taskToken;

    StateRun(FlowRun flow, State state, JsonNode input) {
        this.flow = flow;
        this.state = state;
        this.input = input;
        this.enteredAt = flow.execution().now();
        this.retriesByRetrier = new int[state.retry().size()];
    }

    /** A visit that another process began. */
    StateRun(FlowRun flow, State state, StateImage image) {
        this.flow = flow;
        this.state = state;
        this.input = image.input();
        this.enteredAt = image.enteredAt();
        this.enteredEvent = image.enteredEvent();
        this.eventBeforeEntry = image.eventBeforeEntry();
        this.retriesByRetrier = new int[state.retry().size()];
        Arrays.setAll(retriesByRetrier, image::retries);
        this.retries = image.retries();
    }

    FlowRun flow() {
        return flow;
    }

    RunningExecution execution() {
        return flow.execution();
    }

    State state() {
        return state;
    }

    JsonNode input() {
        return input;
    }

    int retries() {
        return retries;
    }

    /** The token that the present attempt waits for, {@code $states.context.Task.Token}. */
    @Nullable String taskToken() {
        return taskToken;
    }

    void taskToken(@Nullable String token) {
        taskToken = token;
    }

    /** A name of its own for each attempt, the same in every process that makes it. */
    String attemptName() {
        String redrives = execution().context().at("/Execution/RedriveCount").asString("0");
        String place = "%s %d %d %s".formatted(execution().id(), enteredEvent, retries, redrives);
        return UUID.nameUUIDFromBytes(place.getBytes(UTF_8)).toString();
    }

    Instant enteredAt() {
        return enteredAt;
    }

    void enter() {
        eventBeforeEntry = flow.lastEvent();
        ObjectNode details = Json.object().put("name", state.name());
        details.set("input", input);
        enteredEvent = event(StateEvents.entered(state), details);
        begin();
    }

    private void begin() {
        Attempt fresh = new Attempt(this);
        attempt = fresh;
        fresh.guard(() -> Behaviour.of(state).begin(fresh));
    }

    /** Waits for what is left of the pause before a retry, or takes the attempt up again. */
    void resume(StateImage image) {
        Instant due = image.retryDue();
        if (due != null) {
            Duration left = Duration.between(execution().now(), due);
            pauses(left, null);
            pause(left);
            return;
        }
        Attempt again = new Attempt(this, !image.isRedriven());
        attempt = again;
        again.guard(() -> Behaviour.of(state).resume(again, image));
    }

    /** Tells the journal what belongs to this flow. */
    void record(PathFact fact) {
        execution().recorder().add(child -> fact.about(child, flow.path()));
    }

    /** A fact about a flow. */
    interface PathFact {
        JournalRecord about(@Nullable String child, String path);
    }

    /** Adds an event that the next one follows. */
    long event(EventType type, ObjectNode details) {
        return event(type, details, null);
    }

    private long event(EventType type, ObjectNode details, @Nullable String next) {
        long id = add(type, details, next);
        flow.lastEvent(id);
        return id;
    }

    private long add(EventType type, ObjectNode details, @Nullable String next) {
        return execution()
                .event(flow.path(), type, flow.lastEvent(), state.name(), details, next)
                .id();
    }

    /** Adds an event that the next one does not follow. */
    long asideEvent(EventType type, ObjectNode details) {
        return add(type, details, null);
    }

    StateFailedException evaluationFailed(ExpressionFailure problem) {
        String cause = errorOccurred(problem.text());
        ObjectNode details = Json.object().put("state", state.name());
        if (!problem.field().isEmpty()) {
            details.put("location", problem.field());
        }
        details.put("error", ErrorName.QUERY_EVALUATION_ERROR).put("cause", cause);
        boolean entering = flow.lastEvent() == enteredEvent && !(state instanceof WaitState);
        if (entering) {
            flow.lastEvent(eventBeforeEntry);
        }
        event(EventType.EVALUATION_FAILED, details);
        return new StateFailedException(ErrorName.QUERY_EVALUATION_ERROR, cause);
    }

    /** A cause as AWS begins them. */
    String errorOccurred(String what) {
        return "An error occurred while executing the state '%s' (entered at the event id #%d). %s"
                .formatted(state.name(), enteredEvent, what);
    }

    void exit(@Nullable ObjectNode assigned, JsonNode output, Transition transition) {
        ObjectNode details = Json.object().put("name", state.name());
        if (assigned != null) {
            flow.assign(assigned);
            details.set("assignedVariables", assigned);
        }
        details.set("output", output);
        EventType type = StateEvents.exited(state);
        if (type != null) {
            event(type, details, transition instanceof Transition.To(String next) ? next : null);
        }
        attempt = null;
        flow.leave(transition, output);
    }

    /** Retry, else Catch, else the flow fails (specification, "Errors"). */
    void failed(StateFailure failure) {
        StateTrial trial = execution().engine().trial();
        if (trial != null && trial.wouldRetry(state.retry(), failure)) {
            attempt = null;
            flow.fail(failure);
            return;
        }
        Retrier retrier = trial == null ? nextRetrier(failure) : null;
        if (retrier != null) {
            return;
        }
        if (state instanceof MapState) {
            event(EventType.MAP_STATE_FAILED, Json.failure(failure));
        } else if (state instanceof ParallelState) {
            event(EventType.PARALLEL_STATE_FAILED, Json.failure(failure));
        }
        Catcher catcher =
                state.catchers().stream()
                        .filter(each -> ErrorName.matches(each.errorEquals(), failure.name()))
                        .findFirst()
                        .orElse(null);
        if (catcher == null) {
            attempt = null;
            flow.fail(failure);
        } else {
            if (trial != null) {
                trial.caught(state.catchers().indexOf(catcher), failure);
            }
            caught(catcher, failure);
        }
    }

    private @Nullable Retrier nextRetrier(StateFailure failure) {
        List<Retrier> retriers = state.retry();
        for (int i = 0; i < retriers.size(); i++) {
            Retrier retrier = retriers.get(i);
            if (ErrorName.matches(retrier.errorEquals(), failure.name())) {
                return retryWith(retrier, i, failure) ? retrier : null;
            }
        }
        return null;
    }

    private boolean retryWith(Retrier retrier, int index, StateFailure failure) {
        int earlier = retriesByRetrier[index];
        if (earlier >= retrier.maxAttempts()) {
            return false;
        }
        retriesByRetrier[index]++;
        retries++;
        double seconds = retrier.delaySeconds(earlier);
        if (retrier.fullJitter()) {
            seconds *= execution().random().nextDouble();
        }
        Duration delay = Duration.ofMillis(Math.round(Math.min(seconds, 1e9) * 1000));
        Instant due = execution().now().plus(delay);
        long after = flow.lastEvent();
        record((child, path) -> new JournalRecord.RetryScheduled(child, path, index, due, after));
        pauses(delay, new Pause.Retry(earlier + 1, retrier.maxAttempts(), failure.name()));
        pause(delay);
        return true;
    }

    /** Tells those who watch that nothing happens for a while. */
    void pauses(Duration left, Pause.@Nullable Retry retry) {
        execution().pauses(new Pause(state.name(), left, retry));
    }

    private void pause(Duration delay) {
        Attempt pause = new Attempt(this);
        attempt = pause;
        pause.onClose(execution().schedule(delay, () -> pause.whileOpen(this::begin)));
    }

    private void caught(Catcher catcher, StateFailure failure) {
        Attempt last = new Attempt(this);
        attempt = last;
        ObjectNode errorOutput = Json.object().put("Error", failure.error());
        errorOutput.put("Cause", failure.causeOfOutput());
        try {
            last.exit(
                    catcher.assign(),
                    catcher.output(),
                    "errorOutput",
                    errorOutput,
                    errorOutput,
                    new Transition.To(catcher.next()));
        } catch (StateFailedException again) {
            last.close();
            flow.fail(again.failure());
        }
    }

    void stop() {
        if (attempt != null) {
            attempt.close();
            EventType type = StateEvents.aborted(state);
            if (type != null) {
                asideEvent(type, Json.object());
            }
        }
    }
}
