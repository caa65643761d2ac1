package dev.nightjar.local.plan;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Machine;
import dev.nightjar.pipeline.functions.FunctionEntry;
import dev.nightjar.pipeline.functions.FunctionUse;
import dev.nightjar.pipeline.functions.FunctionsFile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a night of a machine costs on AWS.
 *
 * @param night that is reckoned with
 * @param factor how much more data it reads than the earlier run
 * @param earlier whose times are reckoned with, or null
 */
record NightCost(
        Machine machine,
        MachineUse night,
        FunctionsFile functions,
        Prices prices,
        String architecture,
        @Nullable EarlierRun earlier,
        double factor) {
    private static final double GIGABYTE = 1e9;
    private static final double MEGABYTES_OF_A_GIGABYTE = 1024;

    /** Steps whose calls take longer when there is more to read. */
    private static final Set<String> GROWING =
            Set.of("PrepareData", "TrainCandidate", "EvaluateCandidates", "PlanBatch");

    NightCost {
        requireNonNull(machine, "machine is null");
        requireNonNull(night, "night is null");
        requireNonNull(functions, "functions is null");
        requireNonNull(prices, "prices is null");
        requireNonNull(architecture, "architecture is null");
    }

    /** What is paid for. */
    List<CostLine> lines() {
        int calls = night.calls().values().stream().mapToInt(Integer::intValue).sum();
        Prices.Assumptions assumed = prices.assumptions();
        double logBytes =
                calls * assumed.logBytesOfACall()
                        + night.transitions() * assumed.logBytesOfATransition();
        List<CostLine> lines = new ArrayList<>();
        lines.add(line("lambda-" + architecture, gigabyteSeconds()));
        lines.add(line("lambda-requests", calls));
        lines.add(line("states-transitions", night.transitions()));
        lines.add(line("s3-puts", calls * assumed.putsOfACall()));
        lines.add(line("s3-gets", calls * assumed.getsOfACall()));
        lines.add(line("kms-requests", keyRequests()));
        lines.add(line("logs-ingestion", logBytes / GIGABYTE));
        lines.add(line("xray-traces", 1.0 + mapItems()));
        lines.add(line("events", 1));
        lines.add(line("scheduler-invocations", 1));
        return lines;
    }

    private CostLine line(String id, double quantity) {
        return line(prices, id, quantity);
    }

    /** So much of something. */
    static CostLine line(Prices prices, String id, double quantity) {
        Prices.Price price = prices.of(id);
        return new CostLine(id, quantity, price.unit(), price.of(quantity));
    }

    private double gigabyteSeconds() {
        double sum = 0;
        for (Map.Entry<String, Integer> step : night.calls().entrySet()) {
            double memory = functions.function(step.getKey() + "Function").memory();
            double cpus = Math.min(1, memory / prices.assumptions().megabytesOfOneCpu());
            double cold = prices.assumptions().coldStartSeconds() * step.getValue();
            double seconds = cold + seconds(step.getKey(), step.getValue()) / cpus;
            sum += memory / MEGABYTES_OF_A_GIGABYTE * seconds;
        }
        return sum;
    }

    /** Of all calls of the step together, on one CPU. */
    private double seconds(String step, int calls) {
        Integer before = earlier == null ? null : earlier.callsByStep().get(step);
        if (earlier == null || before == null || before == 0) {
            return calls * prices.assumptions().secondsOf(step);
        }
        double all = earlier.secondsByStep().getOrDefault(step, 0.0);
        if (step.equals("ScoreShard")) {
            // However it is cut, there is as much to score.
            return all * factor;
        }
        return all / before * calls * (GROWING.contains(step) ? factor : 1);
    }

    private double keyRequests() {
        int requests = 0;
        for (Map.Entry<String, Integer> step : night.calls().entrySet()) {
            FunctionEntry function = functions.function(step.getKey() + "Function");
            boolean reads = function.uses().contains(FunctionUse.TRUSTED_KEYS);
            boolean signs = function.uses().contains(FunctionUse.SIGNING_KEY);
            requests += (reads ? step.getValue() : 0) + (signs ? step.getValue() : 0);
        }
        return requests;
    }

    /** Children of a distributed Map are executions with a trace each. */
    private int mapItems() {
        return night.calls().getOrDefault("ScoreShard", 0);
    }
}
