package dev.nightjar.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.error.Conflict;
import dev.nightjar.core.night.Move;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.store.DyingStore;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.core.store.StoreDied;
import dev.nightjar.run.Serving;
import dev.nightjar.run.ServingPointer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** Rules 9 to 12: how the pointer moves. */
final class PointerTest {
    private static final String POINTER = "loans/serving.json";

    @TempDir private static Path folder;

    private static Workshop prepared;

    private Workshop workshop;

    /** Judged and built, not released: on the slot against nothing, a week earlier the same. */
    private Attempt challenger;

    private Attempt other;

    @BeforeAll
    static void buildOnce() {
        prepared = Workshop.in(folder);
        prepared.claim(Order.training("a")).build();
        prepared.claim(Order.training("b").at(Workshop.EARLIER)).build();
    }

    @BeforeEach
    void copy() {
        workshop = prepared.copy();
        challenger = new Attempt(workshop, workshop.store(), Workshop.training(1), "a");
        RunId earlier = RunId.parse("loans-" + Workshop.EARLIER + "-t01");
        other = new Attempt(workshop, workshop.store(), earlier, "b");
    }

    @Test
    void pointerThatMovedSinceTheVerdictIsAConflict() {
        other.release(1);

        assertThatThrownBy(() -> challenger.release(1))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(workshop.serving().model());
    }

    @Test
    void pointerThatMovedSinceTheVerdictStays() {
        other.release(1);
        attempt(() -> challenger.release(1));

        assertThat(workshop.serving().run()).isEqualTo(other.run());
    }

    @Test
    void pointerThatMovesAsTheFirstIsCreatedIsAConflict() {
        ObjectStore late =
                Interruption.before(workshop.store(), "create", POINTER, () -> other.release(1));
        attempt(() -> challenger.on(late).release(1));

        assertThat(workshop.serving().run()).isEqualTo(other.run());
    }

    @Test
    void pointerThatMovesAsItIsReplacedIsAConflict() {
        other.release(1);
        challenger.evaluate(2);
        ObjectStore late =
                Interruption.before(
                        workshop.store(), "replace", POINTER, () -> moveByHand("1.0.9-20261102.1"));

        assertThatThrownBy(() -> challenger.on(late).release(2)).isInstanceOf(Conflict.class);
    }

    @Test
    void pointerThatMovesAsItIsReplacedStays() {
        other.release(1);
        challenger.evaluate(2);
        ObjectStore late =
                Interruption.before(
                        workshop.store(), "replace", POINTER, () -> moveByHand("1.0.9-20261102.1"));
        attempt(() -> challenger.on(late).release(2));

        assertThat(workshop.serving().model()).isEqualTo("1.0.9-20261102.1");
    }

    @Test
    void newVerdictReleasesAgainstThePointerThatMoved() {
        other.release(1);
        attempt(() -> challenger.release(1));
        challenger.evaluate(2);
        challenger.release(2);

        assertThat(workshop.serving().run()).isEqualTo(challenger.run());
    }

    @Test
    void runMovesThePointerOnce() {
        challenger.release(1);
        challenger.release(1);

        assertThat(journal()).hasSize(1);
    }

    @Test
    void runThatServedOnceIsNotReleasedAgainOverWhatServesNow() {
        challenger.release(1);
        moveByHand("1.0.9-20261102.1");
        challenger.release(1);

        assertThat(workshop.serving().model()).isEqualTo("1.0.9-20261102.1");
    }

    @Test
    void runThatServedOnceIsDoneWhateverServesNow() {
        challenger.release(1);
        moveByHand("1.0.9-20261102.1");
        workshop.store().delete("loans/runs/" + challenger.run() + "/outcome.json");
        challenger.release(1);

        assertThat(challenger.noted()).contains(Outcome.RELEASED);
    }

    @Test
    void runThatReleasedIsDoneAlsoWhenANewerAttemptIsAtWork() {
        challenger.release(1);
        workshop.claim(Order.training("c").again("complete"));

        assertThatCode(() -> challenger.release(1)).doesNotThrowAnyException();
    }

    @Test
    void runIsLookedForInThePointerBeforeTheJournal() {
        challenger.release(1);
        workshop.store().delete("loans/journal/000001.json");
        ObjectStore late =
                Interruption.after(
                        workshop.store(),
                        "list",
                        "/journal/",
                        () -> moveByHand("1.0.9-20261102.1"));
        challenger.on(late).release(1);

        assertThat(journal().stream().filter(move -> challenger.run().equals(move.run())))
                .hasSize(1);
    }

    @Test
    void releaseThatAnotherCallOfTheRunMadeMeanwhileIsDone() {
        ObjectStore late =
                Interruption.before(
                        workshop.store(), "create", POINTER, () -> challenger.release(1));
        challenger.on(late).release(1);

        assertThat(journal()).extracting(Move::run).containsExactly(challenger.run());
    }

    @Test
    void releaseThatTakesEffectBetweenLookingAndComparingIsDone() {
        ObjectStore late =
                Interruption.after(
                        workshop.store(), "list", "/journal/", () -> challenger.release(1));
        challenger.on(late).release(1);

        assertThat(journal()).extracting(Move::run).containsExactly(challenger.run());
    }

    @Test
    void newerAttemptOfTheSlotIsAConflict() {
        workshop.claim(Order.training("c"));

        assertThatThrownBy(() -> challenger.release(1))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(Workshop.training(2).toString());
    }

    @Test
    void newerAttemptOfTheSlotLeavesThePointer() {
        workshop.claim(Order.training("c"));
        attempt(() -> challenger.release(1));

        assertThat(workshop.find(POINTER)).isEmpty();
    }

    @Test
    void readerFillsTheJournalAfterADeathBehindThePointer() {
        dieAfterThePointerMoved();

        workshop.pointer().read(Workshop.PIPELINE);

        assertThat(workshop.find("loans/journal/000001.json")).isPresent();
    }

    @Test
    void moveFillsTheJournalOfTheMoveBefore() {
        dieAfterThePointerMoved();

        moveByHand("1.0.9-20261102.1");

        assertThat(journal()).extracting(Move::n).containsExactly(1, 2);
    }

    @Test
    void entryThatIsMissingIsCreatedBeforeThePointerMovesOn() {
        dieAfterThePointerMoved();
        ObjectStore dying = DyingStore.before(2, workshop.store());
        assertThatThrownBy(() -> moveByHand(dying, "1.0.9-20261102.1"))
                .isInstanceOf(StoreDied.class);

        assertThat(workshop.keys("/journal/")).containsExactly("loans/journal/000001.json");
    }

    @Test
    void releaseAfterADeathBehindThePointerIsDone() {
        dieAfterThePointerMoved();
        challenger.release(1);

        assertThat(journal()).extracting(Move::n).containsExactly(1);
    }

    @Test
    void rollbackGivenTwiceDoesNotGoOneFurther() {
        releaseBoth();
        Move last = workshop.serving();
        rollback(last.model(), String.valueOf(last.previous()));

        assertThatThrownBy(() -> rollback(last.model(), String.valueOf(last.previous())))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(String.valueOf(last.previous()));
    }

    @Test
    void rollbackTakesTheSlotOfTheModelThatServesAgain() {
        releaseBoth();
        Move last = workshop.serving();
        rollback(last.model(), String.valueOf(last.previous()));

        assertThat(workshop.serving().slot()).isEqualTo(Workshop.EARLIER);
    }

    @Test
    void rollbackDuringARollbackIsAConflict() {
        releaseBoth();
        Move last = workshop.serving();
        String previous = String.valueOf(last.previous());
        ObjectStore late =
                Interruption.before(
                        workshop.store(),
                        "replace",
                        POINTER,
                        () -> rollback(last.model(), previous));

        assertThatThrownBy(
                        () ->
                                new ServingPointer(late)
                                        .rollback(
                                                Workshop.PIPELINE,
                                                last.model(),
                                                previous,
                                                "ann",
                                                "test",
                                                Workshop.NOW))
                .isInstanceOf(Conflict.class);
    }

    private void releaseBoth() {
        other.release(1);
        challenger.evaluate(2);
        challenger.release(2);
    }

    private void rollback(String leave, String to) {
        workshop.pointer().rollback(Workshop.PIPELINE, leave, to, "ann", "test", Workshop.NOW);
    }

    private void dieAfterThePointerMoved() {
        ObjectStore dying = DyingStore.after(1, workshop.store());
        assertThatThrownBy(() -> challenger.on(dying).release(1)).isInstanceOf(StoreDied.class);
        assertThat(workshop.keys("/journal/")).isEmpty();
    }

    private void moveByHand(String model) {
        moveByHand(workshop.store(), model);
    }

    private static void moveByHand(ObjectStore store, String model) {
        ServingPointer pointer = new ServingPointer(store);
        String etag = pointer.read(Workshop.PIPELINE).map(Serving::etag).orElse(null);
        Slot slot = Workshop.SLOT;
        assertThat(
                        pointer.move(
                                Workshop.PIPELINE,
                                etag,
                                (number, last) ->
                                        new Move(
                                                number,
                                                model,
                                                last == null ? null : last.model(),
                                                "ann",
                                                "test",
                                                null,
                                                slot,
                                                Workshop.NOW)))
                .isPresent();
    }

    private List<Move> journal() {
        return workshop.pointer().journal(Workshop.PIPELINE);
    }

    /** Does what may end in a conflict. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (Conflict expected) {
            assertThat(expected).hasMessageNotContaining("null");
        }
    }
}
