package dev.nightjar.training;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.error.Conflict;
import dev.nightjar.core.night.Evaluation;
import dev.nightjar.core.night.Move;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.Release;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.StepRequest;
import dev.nightjar.core.night.TrainedCandidate;
import dev.nightjar.run.Claims;
import dev.nightjar.run.Records;
import dev.nightjar.run.Serving;
import dev.nightjar.run.ServingPointer;
import dev.nightjar.run.StepRecord;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Moves the pointer to the judged model, if it is still the pointer that the model was judged
 * against. A run moves it once. Safe for use by multiple threads.
 */
public final class ReleaseModel {
    private final Wiring wiring;
    private final Records records;
    private final ServingPointer pointer;

    public ReleaseModel(Wiring wiring) {
        this.wiring = requireNonNull(wiring, "wiring is null");
        this.records = new Records(wiring.store());
        this.pointer = new ServingPointer(wiring.store());
    }

    /** Nothing to say. */
    public record Response() {}

    /**
     * Releases the run's model, unless the run has done so.
     *
     * @throws Conflict when the pointer moved since the verdict, or the slot has a newer attempt
     */
    public Response answer(StepRequest request) {
        RunRecord run = records.requireRun(request.run());
        Evaluation evaluation =
                records.requireStep(
                        run.run(),
                        EvaluateCandidates.record(request.roundOrFirst()),
                        Evaluation.class);
        Instant startedAt = wiring.clock().instant();
        Move move = pointer.moveOf(run.run()).orElseGet(() -> move(run.run(), evaluation));
        records.createOutcome(
                new OutcomeRecord(run.run(), Outcome.RELEASED, move.model(), move.at()));
        records.createStep(
                new StepRecord<>(
                        run.run(),
                        request.task().state(),
                        run.definitionDigest(),
                        evaluation.modelDigest(),
                        null,
                        startedAt,
                        wiring.clock().instant(),
                        new Release(move, secondsToServing(run, evaluation, move))),
                Release.class);
        return new Response();
    }

    private Move move(RunId run, Evaluation evaluation) {
        new Claims(records)
                .newerThan(run)
                .ifPresent(
                        newer -> {
                            throw new Conflict(
                                    run + " was superseded by " + newer.run() + ", which goes on");
                        });
        Optional<Move> moved =
                pointer.move(
                        run.pipeline(),
                        evaluation.pointerEtag(),
                        (number, last) ->
                                new Move(
                                        number,
                                        evaluation.version(),
                                        last == null ? null : last.model(),
                                        "gates",
                                        "all "
                                                + evaluation.verdict().gates().size()
                                                + " gates passed",
                                        run,
                                        run.slot(),
                                        wiring.clock().instant()));
        // An earlier call of this very step may have moved it meanwhile: its answer was lost.
        return moved.or(() -> pointer.moveOf(run)).orElseThrow(() -> moved(run, evaluation));
    }

    private Conflict moved(RunId run, Evaluation evaluation) {
        String now =
                pointer.read(run.pipeline())
                        .map(Serving::move)
                        .map(move -> move.model() + " by " + move.by())
                        .orElse("nothing");
        return new Conflict(
                evaluation.version()
                        + " was judged against "
                        + (evaluation.champion() == null ? "nothing" : evaluation.champion())
                        + ", meanwhile the pointer moved to "
                        + now);
    }

    private double secondsToServing(RunRecord run, Evaluation evaluation, Move move) {
        return records.step(
                        run.run(), TrainCandidate.record(evaluation.item()), TrainedCandidate.class)
                .map(StepRecord::endedAt)
                .map(ended -> Duration.between(ended, move.at()).toNanos() / 1e9)
                .orElse(0.0);
    }
}
