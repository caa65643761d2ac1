package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.platform.LocalExecution;
import dev.nightjar.local.platform.LocalPlatform;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/** Runs the machines, one night at a time, and answers what came of it. */
public final class Nights {
    private static final double NANOSECONDS = 1e9;

    private final LocalPlatform platform;

    /** Nights on the platform. */
    public Nights(LocalPlatform platform) {
        this.platform = requireNonNull(platform, "platform is null");
    }

    /** One training. */
    public TrainAnswer train(NightRequest request, NightListener listener)
            throws InterruptedException {
        return new TrainAnswers(platform).of(night(Machine.TRAINING, request, listener));
    }

    /** One scoring. */
    public ScoreAnswer score(NightRequest request, NightListener listener)
            throws InterruptedException {
        return new ScoreAnswers(platform).of(night(Machine.SCORING, request, listener));
    }

    /** Goes on with a training where it stopped. */
    public TrainAnswer redriveTraining(RedrivableRun run, NightListener listener)
            throws InterruptedException {
        return new TrainAnswers(platform).of(redrive(run, listener));
    }

    /** Goes on with a scoring where it stopped. */
    public ScoreAnswer redriveScoring(RedrivableRun run, NightListener listener)
            throws InterruptedException {
        return new ScoreAnswers(platform).of(redrive(run, listener));
    }

    private Night night(Machine machine, NightRequest request, NightListener listener)
            throws InterruptedException {
        long start = nanoseconds();
        return ended(
                machine,
                request,
                platform.start(machine, request.input(), new NightEvents(listener)),
                start);
    }

    private Night redrive(RedrivableRun run, NightListener listener) throws InterruptedException {
        long start = nanoseconds();
        NightEvents events = NightEvents.goingOn(run, platform.executions(), listener);
        LocalExecution execution =
                run.interrupted()
                        ? platform.resume(run.execution(), events)
                        : platform.redrive(run.execution(), events);
        return ended(run.run().machine(), run.request(), execution, start);
    }

    private long nanoseconds() {
        return platform.wiring().nanoseconds().getAsLong();
    }

    private Night ended(Machine machine, NightRequest request, LocalExecution execution, long start)
            throws InterruptedException {
        ExecutionResult result = execution.await();
        double seconds = (nanoseconds() - start) / NANOSECONDS;
        RunId run = run(machine, request, execution.id(), result.output());
        FailureAnswer failure =
                result.succeeded() || stands(run)
                        ? null
                        : new Failures(platform.store()).answer(run, result);
        return new Night(request, run, outcome(run, result), failure, seconds);
    }

    /** The run that the machine answers, or the one that its execution claimed before it failed. */
    private @Nullable RunId run(
            Machine machine, NightRequest request, String execution, @Nullable JsonNode output) {
        if (output != null) {
            return RunId.parse(output.path("run").asString());
        }
        String pipeline = request.definition().pipeline();
        return platform.records().claims(pipeline, machine, request.slot()).stream()
                .filter(claim -> claim.execution().equals(execution))
                .map(Claim::run)
                .findFirst()
                .orElse(null);
    }

    /** Whether the run is done although its execution failed: its deed had taken effect. */
    private boolean stands(@Nullable RunId run) {
        return run != null && platform.records().outcome(run).isPresent();
    }

    private String outcome(@Nullable RunId run, ExecutionResult result) {
        JsonNode output = result.output();
        if (output != null) {
            return output.path("outcome").asString();
        }
        Optional<OutcomeRecord> noted =
                run == null ? Optional.empty() : platform.records().outcome(run);
        return noted.map(record -> record.outcome().name()).orElse("FAILED");
    }
}
