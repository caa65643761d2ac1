package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.platform.LocalExecution;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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

    private Night night(Machine machine, NightRequest request, NightListener listener)
            throws InterruptedException {
        long start = platform.wiring().nanoseconds().getAsLong();
        LocalExecution execution =
                platform.start(machine, input(request), new NightEvents(listener));
        ExecutionResult result = execution.await();
        double seconds = (platform.wiring().nanoseconds().getAsLong() - start) / NANOSECONDS;
        RunId run = run(machine, request, execution.id(), result.output());
        FailureAnswer failure =
                result.succeeded() || stands(run)
                        ? null
                        : new Failures(platform.store()).answer(run, result);
        return new Night(request, run, outcome(run, result), failure, seconds);
    }

    private static ObjectNode input(NightRequest request) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.put("pipeline", request.definition().pipeline());
        input.put("slot", request.slot().time().toString());
        putIfGiven(input, "schedulerExecution", request.schedulerExecution());
        putIfGiven(input, "rerun", request.rerun());
        if (request.release()) {
            input.put("release", true);
        }
        putIfGiven(input, "model", request.model());
        if (!request.set().isEmpty()) {
            input.set("set", Json.tree(request.set()));
        }
        input.set("definition", Json.tree(request.definition()));
        return input;
    }

    private static void putIfGiven(ObjectNode input, String name, @Nullable String value) {
        if (value != null) {
            input.put(name, value);
        }
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
