package dev.nightjar.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.Evaluation;
import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.Move;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.local.night.NightRequest;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.night.TrainAnswer;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.run.Records;
import dev.nightjar.run.Serving;
import dev.nightjar.run.ServingPointer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rules 4, 9, 16 and 17 through the machines as they are deployed. */
final class MachinesTest {
    private static final int SYSTEM_ERROR = 5;
    private static final int DATA_ERROR = 3;

    @TempDir private Path folder;

    private WholeNights nights;
    private ObjectStore store;

    @BeforeEach
    void trainOnce() throws InterruptedException {
        nights = WholeNights.in(folder);
        try (LocalPlatform platform = nights.platform(WholeNights.unchanged())) {
            store = platform.store();
        }
        assertThat(nights.train(Workshop.EARLIER).exitCode()).isZero();
    }

    @Test
    void releaseBetweenVerdictAndReleaseMakesANewVerdict() throws InterruptedException {
        RunId judgedAgain = Workshop.training(1);
        TrainAnswer answer =
                nights.train(
                        nights.request(Workshop.SLOT),
                        WholeNights.withStore(
                                "ReleaseModelFunction",
                                given ->
                                        Interruption.before(
                                                given,
                                                "find",
                                                "/run.json",
                                                () ->
                                                        nights.train(
                                                                nights.request(
                                                                        Workshop.EARLIER, "seed=7"),
                                                                WholeNights.unchanged()))));

        assertThat(answer.outcome()).isEqualTo("RELEASED");
        Move last = pointer().journal(Workshop.PIPELINE).getLast();
        assertThat(last.n()).isEqualTo(3);
        assertThat(evaluation(judgedAgain, 2).champion()).isEqualTo(last.previous());
    }

    @Test
    void rollbackBetweenVerdictAndReleaseMakesANewVerdict() throws InterruptedException {
        nights.train(Workshop.SLOT);
        TrainAnswer answer =
                nights.train(
                        nights.request(Workshop.NEXT),
                        WholeNights.withStore(
                                "ReleaseModelFunction",
                                given ->
                                        Interruption.before(
                                                given, "find", "/run.json", this::goBack)));

        assertThat(answer.outcome()).isEqualTo("RELEASED");
        List<Move> journal = pointer().journal(Workshop.PIPELINE);
        assertThat(journal).extracting(Move::n).containsExactly(1, 2, 3, 4);
        assertThat(journal.getLast().previous()).isEqualTo(journal.getFirst().model());
    }

    @Test
    void threeMovesInARowEndAsConflictNamingTheWinner() throws InterruptedException {
        nights.train(Workshop.SLOT);
        TrainAnswer answer =
                nights.train(
                        nights.request(Workshop.NEXT),
                        WholeNights.withStore(
                                "ReleaseModelFunction",
                                given ->
                                        Interruption.told(
                                                given,
                                                call -> {
                                                    if (call.fits("find", "/run.json")) {
                                                        goBack();
                                                    }
                                                })));

        assertThat(answer.exitCode()).isEqualTo(SYSTEM_ERROR);
        RunId run = RunId.parse("loans-" + Workshop.NEXT + "-t01");
        assertThat(new Records(store).failures(run))
                .singleElement()
                .satisfies(
                        failure -> {
                            assertThat(failure.error()).isEqualTo("Conflict");
                            assertThat(failure.cause()).contains(serving().model());
                        });
        assertThat(new Records(store).step(run, "EvaluateCandidates-3", Evaluation.class))
                .isPresent();
        assertThat(new Records(store).step(run, "EvaluateCandidates-4", Evaluation.class))
                .isEmpty();
        assertThat(pointer().moveOf(run)).isEmpty();
    }

    @Test
    void conflictWithANewerAttemptIsNotJudgedAgain() throws InterruptedException {
        NightRequest again = nights.request(Workshop.SLOT);
        TrainAnswer answer =
                nights.train(
                        again,
                        WholeNights.withStore(
                                "ReleaseModelFunction",
                                given ->
                                        Interruption.before(
                                                given,
                                                "find",
                                                "/run.json",
                                                () ->
                                                        nights.train(
                                                                again, WholeNights.unchanged()))));

        assertThat(answer.exitCode()).isEqualTo(SYSTEM_ERROR);
        assertThat(serving().run()).isEqualTo(Workshop.training(2));
        Records records = new Records(store);
        assertThat(records.step(Workshop.training(1), "EvaluateCandidates-2", Evaluation.class))
                .isEmpty();
        assertThat(records.failures(Workshop.training(1)))
                .singleElement()
                .satisfies(
                        failure ->
                                assertThat(failure.cause())
                                        .contains(Workshop.training(2).toString()));
    }

    @Test
    void olderNightPausedBeforeItsCommitEndsInConflictAndTheBytesStay()
            throws InterruptedException {
        NightRequest request = nights.request(Workshop.SLOT);
        List<ObjectHead> published = new ArrayList<>();
        ScoreAnswer answer =
                nights.score(
                        request,
                        WholeNights.withStore(
                                "CommitBatchFunction",
                                given ->
                                        Interruption.before(
                                                given,
                                                "create",
                                                "/symlink.txt",
                                                () -> {
                                                    nights.score(request, WholeNights.unchanged());
                                                    published.addAll(results());
                                                })));

        assertThat(answer.exitCode()).isEqualTo(SYSTEM_ERROR);
        assertThat(new Records(store).failures(Workshop.scoring(1)))
                .singleElement()
                .satisfies(failure -> assertThat(failure.error()).isEqualTo("Conflict"));
        assertThat(new Records(store).committedRun(Workshop.PIPELINE, Workshop.SLOT))
                .contains(Workshop.scoring(2));
        assertThat(results()).isNotEmpty().containsAll(published);
    }

    @Test
    void dataUnfitOfTheSecondPassIsDecidedByTheCommit() throws InterruptedException {
        ScoreAnswer answer =
                nights.score(
                        nights.request(Workshop.SLOT),
                        WholeNights.withStore("ScoreShardFunction", nights::breakingOneShard));

        assertThat(answer.exitCode()).isEqualTo(DATA_ERROR);
        assertThat(new Records(store).failures(Workshop.scoring(1)))
                .extracting(FailureRecord::state)
                .containsExactly("CommitBatch", "ScoreShard");
    }

    /** Rolls back to what served before. */
    private void goBack() {
        Move now = serving();
        pointer()
                .rollback(
                        Workshop.PIPELINE,
                        now.model(),
                        String.valueOf(now.previous()),
                        "ann",
                        "test",
                        Workshop.NOW);
    }

    private ServingPointer pointer() {
        return new ServingPointer(store);
    }

    private Move serving() {
        return pointer().read(Workshop.PIPELINE).map(Serving::move).orElseThrow();
    }

    private Evaluation evaluation(RunId run, int round) {
        return new Records(store).requireStep(run, "EvaluateCandidates-" + round, Evaluation.class);
    }

    private List<ObjectHead> results() {
        return store.list("loans/").stream()
                .filter(head -> head.key().contains("/results/") || head.key().contains("/parts/"))
                .toList();
    }
}
