package dev.nightjar.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.FailureRequest;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.TaskContext;
import dev.nightjar.core.port.Executions;
import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * Leaves a durable record of a failure and tells people once. Called by a machine's Catch, and by
 * the rule on executions that failed, timed out or were aborted with EventBridge's event about it;
 * so the same failure may come twice, and each may be delivered twice. Safe for use by multiple
 * threads.
 */
public final class RecordFailure {
    private final Executions executions;
    private final Records records;
    private final ClaimedRuns runs;
    private final RunFailures claimed;
    private final UnclaimedFailures unclaimed;

    public RecordFailure(Wiring wiring) {
        requireNonNull(wiring, "wiring is null");
        this.executions = wiring.executions();
        this.records = new Records(wiring.store());
        this.runs = new ClaimedRuns(records);
        Announcements announcements = new Announcements(wiring);
        this.claimed = new RunFailures(wiring, records, announcements);
        this.unclaimed = new UnclaimedFailures(wiring, announcements);
    }

    /**
     * The answer.
     *
     * @param run that failed, where the question did not name it
     */
    public record Response(@Nullable RunId run) {}

    /**
     * Answers either caller.
     *
     * @param request a {@link FailureRequest}, or the event
     */
    public Response answer(JsonNode request) {
        return ExecutionEnd.isOne(request)
                ? ended(ExecutionEnd.of(request))
                : answer(Json.read(request, FailureRequest.class));
    }

    /** Answers a machine that caught a failure. */
    public Response answer(FailureRequest request) {
        if (request.run() == null) {
            String execution = request.task().execution();
            unclaimed.record(request, StartInput.parse(executions.input(execution).orElse("")));
        } else {
            record(request.run(), request);
        }
        return new Response(null);
    }

    private Response ended(ExecutionEnd end) {
        if (!end.isFailure()) {
            return new Response(null);
        }
        LastTry last = LastTry.of(executions.newestEvents(end.execution()), end.stoppedAt());
        StartInput input = input(end);
        RunId run = runs.of(end.execution(), input).orElse(null);
        if (!last.recorded()) {
            FailureRequest request = request(run, last, end);
            if (run == null) {
                unclaimed.record(request, input);
            } else {
                record(run, request);
            }
        }
        return new Response(run);
    }

    /** A commit or release may have landed after its answer was lost: then the run is done. */
    private void record(RunId run, FailureRequest request) {
        if (records.outcome(run).isEmpty()) {
            claimed.record(run, request);
        }
    }

    private StartInput input(ExecutionEnd end) {
        String text = end.input();
        return StartInput.parse(text == null ? executions.input(end.execution()).orElse("") : text);
    }

    /** People want to know of the failure that the machine could not record, not of that. */
    private static FailureRequest request(@Nullable RunId run, LastTry last, ExecutionEnd end) {
        FailureRequest asked = last.asked();
        if (asked != null) {
            return asked;
        }
        return new FailureRequest(
                run,
                last.state() == null ? "ExecutionStarted" : last.state(),
                null,
                end.errorOrStatus(),
                end.cause(),
                new TaskContext(LastTry.RECORDER, end.execution(), 0, last.redrives()));
    }
}
