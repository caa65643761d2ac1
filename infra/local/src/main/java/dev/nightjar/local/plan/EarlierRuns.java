package dev.nightjar.local.plan;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.InputObject;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.Receipt;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Snapshot;
import dev.nightjar.core.night.StoredPart;
import dev.nightjar.core.night.TrainedCandidate;
import dev.nightjar.local.night.RunAnswer;
import dev.nightjar.local.night.RunAnswers;
import dev.nightjar.local.night.Runs;
import dev.nightjar.local.night.StateVisit;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.run.Records;
import dev.nightjar.run.StepRecord;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds how long the runs of a store took. */
final class EarlierRuns {
    private static final int MOST_LOOKED_AT = 20;
    private static final double MILLISECONDS = 1e3;

    private final Platform platform;
    private final Records records;

    /** Runs on the platform. */
    EarlierRuns(Platform platform) {
        this.platform = requireNonNull(platform, "platform is null");
        this.records = platform.records();
    }

    /** The newest run of the machine that did its whole deed itself. */
    Optional<EarlierRun> newest(String pipeline, Machine machine) {
        return records.runs(pipeline).stream()
                .filter(run -> run.machine() == machine)
                .limit(MOST_LOOKED_AT)
                .map(this::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<EarlierRun> of(RunId run) {
        Optional<OutcomeRecord> outcome = records.outcome(run);
        Optional<Claim> claim = new Runs(platform).claim(run);
        if (outcome.isEmpty() || claim.isEmpty()) {
            return Optional.empty();
        }
        RunAnswer answer = new RunAnswers(platform).of(claim.get());
        Double elapsed = answer.elapsedSeconds();
        if (elapsed == null) {
            return Optional.empty();
        }
        return switch (run.machine()) {
            case TRAINING -> training(run, elapsed, answer.states());
            case SCORING -> scoring(run, elapsed, answer.states());
        };
    }

    private Optional<EarlierRun> training(RunId run, double elapsed, List<StateVisit> states) {
        StepRecord<Snapshot> prepared =
                records.step(run, "PrepareData", Snapshot.class).orElse(null);
        if (prepared == null || prepared.takenFrom() != null) {
            return Optional.empty();
        }
        Snapshot snapshot = prepared.made();
        List<TrainedCandidate> candidates = candidates(run);
        Map<String, Double> seconds = seconds(states);
        Map<String, Integer> calls = calls(states);
        seconds.put(
                "TrainCandidate",
                candidates.stream().mapToDouble(TrainedCandidate::trainingSeconds).sum());
        calls.put("TrainCandidate", candidates.size());
        return Optional.of(
                new EarlierRun(
                        run,
                        elapsed,
                        bytes(snapshot.inputs()),
                        snapshot.rows().read(),
                        written(snapshot),
                        seconds,
                        calls));
    }

    private static long written(Snapshot snapshot) {
        StoredPart validation = snapshot.validation();
        return snapshot.training().size()
                + snapshot.holdout().size()
                + (validation == null ? 0 : validation.size());
    }

    private List<TrainedCandidate> candidates(RunId run) {
        return Stream.iterate(0, item -> item + 1)
                .map(item -> records.step(run, "TrainCandidate-" + item, TrainedCandidate.class))
                .takeWhile(Optional::isPresent)
                .map(found -> found.orElseThrow().made())
                .toList();
    }

    private Optional<EarlierRun> scoring(RunId run, double elapsed, List<StateVisit> states) {
        BatchPlan plan = records.plan(run).orElse(null);
        if (plan == null || plan.shards().stream().anyMatch(one -> one.reusedFrom() != null)) {
            return Optional.empty();
        }
        Collection<Receipt> receipts = records.receipts(run).values();
        Map<String, Double> seconds = seconds(states);
        Map<String, Integer> calls = calls(states);
        seconds.put("ScoreShard", receipts.stream().mapToDouble(Receipt::seconds).sum());
        calls.put("ScoreShard", receipts.size());
        return Optional.of(
                new EarlierRun(
                        run,
                        elapsed,
                        bytes(plan.inputs()),
                        plan.rows(),
                        receipts.stream().mapToLong(receipt -> receipt.part().size()).sum(),
                        seconds,
                        calls));
    }

    private static long bytes(List<InputObject> inputs) {
        return inputs.stream().mapToLong(InputObject::size).sum();
    }

    /** Of states outside of Maps: there items wait for each other. */
    private static Map<String, Double> seconds(List<StateVisit> states) {
        Map<String, Double> seconds = new TreeMap<>();
        for (StateVisit state : states) {
            String exited = state.exited();
            if (state.items() == null && exited != null) {
                Duration took =
                        Duration.between(Instant.parse(state.entered()), Instant.parse(exited));
                seconds.merge(state.name(), took.toMillis() / MILLISECONDS, Double::sum);
            }
        }
        return seconds;
    }

    private static Map<String, Integer> calls(List<StateVisit> states) {
        Map<String, Integer> calls = new TreeMap<>();
        states.stream()
                .filter(state -> state.items() == null)
                .forEach(state -> calls.merge(state.name(), state.attempts(), Integer::sum));
        return calls;
    }
}
