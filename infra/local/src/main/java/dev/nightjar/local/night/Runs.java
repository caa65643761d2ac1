package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.port.Executions;
import dev.nightjar.local.platform.ExecutionRecord;
import dev.nightjar.local.platform.ExecutionsFolder;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.run.Records;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What is known of the runs in a store. */
public final class Runs {
    private static final double MILLISECONDS = 1e3;

    private final Records records;
    private final ExecutionsFolder executions;
    private final InstantSource clock;

    /** Runs on the platform. */
    public Runs(LocalPlatform platform) {
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
        Optional<ExecutionRecord> execution = executions.record(claim.execution());
        boolean running = isRunning(claim);
        Optional<OutcomeRecord> outcome = records.outcome(run);
        Instant start = execution.map(ExecutionRecord::startedAt).orElse(claim.at());
        Instant end = running ? clock.instant() : end(claim, execution.orElse(null));
        return new RunLine(
                run.toString(),
                run.pipeline(),
                run.machine().toString(),
                SlotText.iso(run.slot()),
                run.attempt(),
                outcome.map(record -> record.outcome().name())
                        .orElse(running ? "RUNNING" : "FAILED"),
                start.toString(),
                end == null ? null : Duration.between(start, end).toMillis() / MILLISECONDS);
    }

    /** Whether the execution is alive in this or another process. */
    public boolean isRunning(Claim claim) {
        return executions.state(claim.execution()) == Executions.State.RUNNING;
    }

    /** Whether the run came to no end of its own: its process died. */
    public boolean wasKilled(Claim claim) {
        return !isRunning(claim)
                && executions
                        .record(claim.execution())
                        .map(record -> record.stoppedAt() == null)
                        .orElse(false);
    }

    /** Of a killed execution the last that is known. */
    private @Nullable Instant end(Claim claim, @Nullable ExecutionRecord execution) {
        if (execution != null && execution.stoppedAt() != null) {
            return execution.stoppedAt();
        }
        List<HistoryEvent> events = executions.history(claim.execution());
        return events.isEmpty() ? null : events.getLast().timestamp();
    }
}
