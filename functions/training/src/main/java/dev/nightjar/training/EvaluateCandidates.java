package dev.nightjar.training;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.error.ModelUnfit;
import dev.nightjar.core.gate.Metric;
import dev.nightjar.core.night.Evaluation;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.Snapshot;
import dev.nightjar.core.night.StepRequest;
import dev.nightjar.core.night.TrainedCandidate;
import dev.nightjar.pipeline.json.Digests;
import dev.nightjar.run.Records;
import dev.nightjar.run.Serving;
import dev.nightjar.run.ServingPointer;
import dev.nightjar.run.StepRecord;
import dev.nightjar.run.Work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chooses the best candidate and judges, on rows that nobody learned from, the very artifact that
 * would serve against the one that serves. Safe for use by multiple threads.
 */
public final class EvaluateCandidates {
    /** Rounds of judging, when the pointer moves between verdict and release. */
    public static final int MOST_ROUNDS = 3;

    private static final String STEP = "EvaluateCandidates";

    private final Wiring wiring;
    private final Records records;
    private final Work work;

    public EvaluateCandidates(Wiring wiring) {
        this.wiring = requireNonNull(wiring, "wiring is null");
        this.records = new Records(wiring.store());
        this.work = new Work(records, wiring.clock());
    }

    /** Whether every gate is open. */
    public record Response(boolean passed) {}

    /** The name of a round's record. */
    public static String record(int round) {
        return STEP + "-" + round;
    }

    /**
     * Judges the run's best candidate.
     *
     * @throws ModelUnfit when no candidate could be trained
     */
    public Response answer(StepRequest request) {
        RunRecord run = records.requireRun(request.run());
        Snapshot snapshot = records.requireStep(run.run(), "PrepareData", Snapshot.class);
        List<TrainedCandidate> candidates = candidates(run);
        TrainedCandidate best = best(run.definition(), candidates);
        Optional<Serving> serving = new ServingPointer(wiring.store()).read(run.run().pipeline());
        int round = request.roundOrFirst();
        StepRecord<Evaluation> evaluated =
                work.once(
                        run,
                        record(round),
                        IntStream.rangeClosed(1, MOST_ROUNDS).mapToObj(r -> record(r)).toList(),
                        reads(run, snapshot, candidates, serving),
                        Evaluation.class,
                        () -> new Judgement(wiring, run, snapshot, serving).of(best, round));
        boolean passed = evaluated.made().verdict().passed();
        if (!passed) {
            records.createOutcome(
                    new OutcomeRecord(
                            run.run(),
                            Outcome.REJECTED,
                            evaluated.made().version(),
                            wiring.clock().instant()));
        }
        return new Response(passed);
    }

    private List<TrainedCandidate> candidates(RunRecord run) {
        int count =
                requireNonNull(run.definition().training(), "training is null").candidates().size();
        return IntStream.range(0, count)
                .mapToObj(
                        item ->
                                records.requireStep(
                                        run.run(),
                                        TrainCandidate.record(item),
                                        TrainedCandidate.class))
                .toList();
    }

    private static TrainedCandidate best(Definition definition, List<TrainedCandidate> candidates) {
        String objective = requireNonNull(definition.training(), "training is null").objective();
        Metric metric =
                Metric.named(objective)
                        .orElseThrow(() -> new IllegalStateException("no metric " + objective));
        TrainedCandidate best = null;
        double bestValue = Double.NaN;
        for (TrainedCandidate candidate : candidates) {
            Double value = candidate.metrics().get(objective);
            if (candidate.problem() != null || value == null || value.isNaN()) {
                continue;
            }
            if (best == null || metric.isBetter(value, bestValue)) {
                best = candidate;
                bestValue = value;
            }
        }
        if (best == null) {
            throw new ModelUnfit(
                    "no candidate could be trained: "
                            + String.join(
                                    "; ",
                                    candidates.stream()
                                            .map(TrainedCandidate::problem)
                                            .map(problem -> problem == null ? "?" : problem)
                                            .distinct()
                                            .toList()));
        }
        return best;
    }

    private static String reads(
            RunRecord run,
            Snapshot snapshot,
            List<TrainedCandidate> candidates,
            Optional<Serving> serving) {
        List<String> facts = new ArrayList<>();
        facts.add(snapshot.holdout().sha256());
        facts.add(serving.map(Serving::etag).orElse("nothing serves"));
        facts.add(String.valueOf(run.release()));
        for (TrainedCandidate candidate : candidates) {
            facts.add(String.valueOf(candidate.modelDigest()));
        }
        return Digests.ofJson(facts);
    }
}
