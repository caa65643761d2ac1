package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.ExecutionDescription;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.port.Executions;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.platform.RecordedExecutions;
import dev.nightjar.run.Records;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What is known of the runs in a store. */
public final class Runs {
    /** What a run is while a process works on it. */
    public static final String RUNNING = "RUNNING";

    /** What a run is whose process was killed. */
    public static final String INTERRUPTED = "INTERRUPTED";

    static final String FAILED = "FAILED";
    private static final double MILLISECONDS = 1e3;

    private final Records records;
    private final RecordedExecutions executions;
    private final InstantSource clock;

    /** Runs on the platform. */
    public Runs(Platform platform) {
        requireNonNull(platform, "platform is null");
        this.records = platform.records();
        this.executions = platform.executions();
        this.clock = platform.clock();
    }

    /** The claim of the run, if it was ever made. */
    public Optional<Claim> claim(RunId run) {
        return records.claims(run.pipeline(), run.machine(), run.slot()).stream()
                .filter(claim -> claim.run().equals(run))
                .findFirst();
    }

    /** The run in a line. */
    public RunLine line(RunId run, Claim claim) {
        Instant now = clock.instant();
        Optional<OutcomeRecord> outcome = records.outcome(run);
        boolean asks = outcome.isEmpty() || executions.answersAtOnce();
        ExecutionDescription execution =
                asks ? executions.describe(claim.execution(), now).orElse(null) : null;
        Instant start = execution == null ? claim.at() : execution.start().startedAt();
        Instant end =
                execution == null
                        ? outcome.map(OutcomeRecord::at).orElse(null)
                        : end(execution, now);
        return new RunLine(
                run.toString(),
                run.pipeline(),
                run.machine().toString(),
                SlotText.iso(run.slot()),
                run.attempt(),
                outcome.map(record -> record.outcome().name()).orElseGet(() -> without(execution)),
                start.toString(),
                end == null ? null : Duration.between(start, end).toMillis() / MILLISECONDS);
    }

    /** What a run is that has done nothing. */
    private static String without(@Nullable ExecutionDescription execution) {
        return execution == null
                ? FAILED
                : switch (execution.status()) {
                    case RUNNING -> RUNNING;
                    case INTERRUPTED -> INTERRUPTED;
                    case SUCCEEDED, FAILED, TIMED_OUT, ABORTED -> FAILED;
                };
    }

    /** Whether the execution is alive in this or another process. */
    public boolean isRunning(Claim claim) {
        return executions.state(claim.execution()) == Executions.State.RUNNING;
    }

    /** Of a killed execution the last that is known. */
    private @Nullable Instant end(ExecutionDescription execution, Instant now) {
        return switch (execution.status()) {
            case RUNNING -> now;
            case SUCCEEDED, FAILED, TIMED_OUT, ABORTED -> execution.stoppedAt();
            case INTERRUPTED -> {
                List<HistoryEvent> events = executions.history(execution.start().identity().id());
                yield events.isEmpty() ? null : events.getLast().timestamp();
            }
        };
    }
}
