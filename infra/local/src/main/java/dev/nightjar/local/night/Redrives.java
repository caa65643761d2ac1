package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.ExecutionDescription;
import dev.nightjar.core.error.ErrorTable;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.platform.RecordedExecutions;
import dev.nightjar.run.Claims;
import dev.nightjar.run.LastTry;
import dev.nightjar.run.Records;

import java.time.InstantSource;
import java.util.Optional;

/** Tells which runs can go on where they stopped, and why others cannot. */
public final class Redrives {
    private final RecordedExecutions executions;
    private final Records records;
    private final Claims claims;
    private final Failures failures;
    private final InstantSource clock;

    /** Redrives on the platform. */
    public Redrives(Platform platform) {
        requireNonNull(platform, "platform is null");
        this.executions = platform.executions();
        this.records = platform.records();
        this.claims = new Claims(records);
        this.failures = new Failures(platform.store());
        this.clock = platform.clock();
    }

    /** Whether the run that made the claim can go on. */
    public Redrive of(Claim claim) {
        Optional<ExecutionDescription> found =
                executions.describe(claim.execution(), clock.instant());
        if (found.isEmpty()) {
            return new Redrive.Gone("nothing is written of the execution of " + claim.run());
        }
        RunId run = claim.run();
        ExecutionDescription execution = found.get();
        return switch (execution.status()) {
            case RUNNING -> new Redrive.LookAt(run + " is at work", run);
            case SUCCEEDED -> done(run, outcome(execution));
            case INTERRUPTED, FAILED, TIMED_OUT, ABORTED ->
                    claims.newerThan(run)
                            .<Redrive>map(newer -> superseded(run, newer.run()))
                            .orElseGet(() -> unsuccessful(run, execution));
        };
    }

    private static String outcome(ExecutionDescription execution) {
        return execution.output() == null
                ? execution.status().name()
                : execution.output().path("outcome").asString(execution.status().name());
    }

    private static Redrive done(RunId run, String outcome) {
        return new Redrive.Done("%s ended well: it is %s".formatted(run, outcome));
    }

    private static Redrive superseded(RunId run, RunId newer) {
        return new Redrive.LookAt(run + " was superseded by " + newer, newer);
    }

    private Redrive unsuccessful(RunId run, ExecutionDescription execution) {
        String id = execution.start().identity().id();
        LastTry last = LastTry.of(executions.newestEvents(id));
        boolean interrupted = execution.status() == ExecutionDescription.Status.INTERRUPTED;
        if (!interrupted && last.caught()) {
            return caught(run, execution);
        }
        String refusal = execution.redriveRefusal();
        if (!interrupted && refusal != null) {
            return new Redrive.Gone(run + " cannot be redriven any more: " + refusal);
        }
        NightRequest request = NightRequest.read(execution.start().input());
        return new Redrive.Possible(new RedrivableRun(run, id, request, interrupted, last.state()));
    }

    /** The deed may have taken effect although its failure was caught: then the run is done. */
    private Redrive caught(RunId run, ExecutionDescription execution) {
        return records.outcome(run)
                .map(OutcomeRecord::outcome)
                .map(outcome -> done(run, outcome.name()))
                .orElseGet(() -> unmendable(run, execution));
    }

    /** The record says what failed; the execution may have failed at recording it. */
    private Redrive unmendable(RunId run, ExecutionDescription execution) {
        FailureAnswer failure = failures.answer(run, execution.error(), execution.cause());
        String state = failure.state() == null ? "" : " at " + failure.state();
        String why =
                "%s ended with %s%s, which only a new attempt can mend"
                        .formatted(run, failure.error(), state);
        ErrorTable.Entry meaning = failure.meaning();
        return new Redrive.Caught(why, meaning.continuation());
    }
}
