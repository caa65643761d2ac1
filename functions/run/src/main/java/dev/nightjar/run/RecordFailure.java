package dev.nightjar.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.FailureCause;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.definition.Service;
import dev.nightjar.core.definition.ServiceLevel;
import dev.nightjar.core.error.ErrorClass;
import dev.nightjar.core.error.ErrorTable;
import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.FailureRequest;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.store.Content;
import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Leaves a durable record of a failure and tells people once. Called by a machine's Catch and by
 * the rule on executions that failed, timed out or were aborted, so the same failure may come
 * twice. Safe for use by multiple threads.
 */
public final class RecordFailure {
    private static final int LONGEST_CAUSE = 2_000;

    private final Wiring wiring;
    private final Records records;

    public RecordFailure(Wiring wiring) {
        this.wiring = requireNonNull(wiring, "wiring is null");
        this.records = new Records(wiring.store());
    }

    /** Nothing to say. */
    public record Response() {}

    /** Records the failure unless the run is done after all, or the record stands. */
    public Response answer(FailureRequest request) {
        String cause = cause(request.cause());
        RunId run = request.run();
        if (run == null) {
            announce(ServiceLevel.LOW, request, "no slot was claimed", cause, null);
            return new Response();
        }
        // A commit or release may have landed after its answer was lost: then the run is done.
        if (records.outcome(run).isPresent()) {
            return new Response();
        }
        FailureRecord record = failure(request, run, cause);
        String stepAndItem =
                request.item() == null ? request.state() : request.state() + "-" + request.item();
        String key = Keys.failure(run, stepAndItem, request.task().redrive() + 1);
        if (wiring.store().create(key, Content.of(Json.pretty(record))).isPresent()) {
            ServiceLevel level =
                    records.run(run)
                            .map(RunRecord::definition)
                            .map(definition -> definition.service())
                            .map(Service::level)
                            .orElse(ServiceLevel.LOW);
            announce(level, request, run.toString(), cause, wiring.store().address(key));
        }
        return new Response();
    }

    private FailureRecord failure(FailureRequest request, RunId run, String cause) {
        ErrorClass errorClass = ErrorTable.of(request.error()).errorClass();
        String component =
                errorClass == ErrorClass.SYSTEM
                        ? FailureComponent.of(request.error(), cause)
                        : null;
        return new FailureRecord(
                run,
                run.attempt(),
                request.state(),
                request.item(),
                ErrorTable.shortName(request.error()),
                errorClass,
                cause,
                component,
                Keys.runRecord(run),
                request.task().execution(),
                wiring.clock().instant());
    }

    private void announce(
            ServiceLevel level,
            FailureRequest request,
            String run,
            String cause,
            @Nullable String record) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("run", run);
        detail.put("state", request.state());
        detail.put("error", ErrorTable.shortName(request.error()));
        detail.put("cause", cause);
        if (record != null) {
            detail.put("record", record);
        }
        String subject = "FAILED " + run + " at " + request.state();
        wiring.notifications().announce(level.toString(), subject, detail);
    }

    /** The sentence in a cause, cut where it is very long. */
    private static String cause(@Nullable String cause) {
        if (cause == null || cause.isBlank()) {
            return "no cause was given";
        }
        String sentence = FailureCause.sentence(cause);
        return sentence.length() <= LONGEST_CAUSE
                ? sentence
                : sentence.substring(0, LONGEST_CAUSE) + " ...";
    }
}
