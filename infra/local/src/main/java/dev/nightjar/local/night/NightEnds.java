package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.platform.ExecutionAtWork;
import dev.nightjar.local.platform.Platform;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/** Waits for the ends of nights, and finds what came of them. */
final class NightEnds {
    private static final double NANOSECONDS = 1e9;

    private final Platform platform;

    NightEnds(Platform platform) {
        this.platform = requireNonNull(platform, "platform is null");
    }

    long nanoseconds() {
        return platform.nanoseconds().getAsLong();
    }

    /**
     * The night when it is over.
     *
     * @param start when it began, in nanoseconds
     */
    Night of(Machine machine, NightRequest request, ExecutionAtWork execution, long start)
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
