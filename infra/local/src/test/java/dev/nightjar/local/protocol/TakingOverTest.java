package dev.nightjar.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.error.Conflict;
import dev.nightjar.core.night.BuiltBundle;
import dev.nightjar.core.night.Evaluation;
import dev.nightjar.core.night.Snapshot;
import dev.nightjar.core.night.StoredPart;
import dev.nightjar.core.night.TrainedCandidate;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.pipeline.json.Digests;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules 4, 5 and 6: which attempt works, what it takes over, and what never changes. */
final class TakingOverTest {
    @TempDir private static Path folder;

    private static Workshop built;

    private Workshop workshop;
    private Attempt first;

    @BeforeAll
    static void buildOnce() {
        built = Workshop.in(folder);
        built.claim(Order.training("a")).build();
    }

    @BeforeEach
    void copy() {
        workshop = built.copy();
        first = new Attempt(workshop, workshop.store(), Workshop.training(1), "a");
    }

    @Test
    void supersededAttemptDoesNotPrepareData() {
        forget("PrepareData");
        workshop.claim(Order.training("b"));

        assertThatThrownBy(first::prepare)
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(Workshop.training(2).toString());
    }

    @Test
    void supersededAttemptDoesNotTrain() {
        forget("TrainCandidate-1");
        workshop.claim(Order.training("b"));

        assertThatThrownBy(() -> first.train(1))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(Workshop.training(2).toString());
    }

    @Test
    void supersededAttemptDoesNotEvaluate() {
        workshop.claim(Order.training("b"));

        assertThatThrownBy(() -> first.evaluate(2))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(Workshop.training(2).toString());
    }

    @Test
    void supersededAttemptDoesNotBuild() {
        forget("BuildBundle");
        workshop.claim(Order.training("b"));

        assertThatThrownBy(() -> first.build(1))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(Workshop.training(2).toString());
    }

    @Test
    void supersededAttemptDoesNotRelease() {
        workshop.claim(Order.training("b"));

        assertThatThrownBy(() -> first.release(1))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(Workshop.training(2).toString());
    }

    @Test
    void supersededAttemptDoesNotPlan() {
        first.release(1);
        Attempt older = workshop.claim(Order.scoring("c"));
        workshop.claim(Order.scoring("d"));

        assertThatThrownBy(older::plan)
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(Workshop.scoring(2).toString());
    }

    @Test
    void nextAttemptTakesOverTheSnapshot() {
        Attempt next = workshop.claim(Order.training("b"));
        next.prepare();

        assertThat(next.step("PrepareData", Snapshot.class).takenFrom()).isEqualTo(first.run());
    }

    @Test
    void nextAttemptTakesOverTheCandidates() {
        Attempt next = workshop.claim(Order.training("b"));
        next.prepare();
        next.train(1);

        assertThat(next.step("TrainCandidate-1", TrainedCandidate.class).takenFrom())
                .isEqualTo(first.run());
    }

    @Test
    void nextAttemptTakesOverTheVerdict() {
        Attempt next = workshop.claim(Order.training("b"));
        next.build();

        assertThat(next.step("EvaluateCandidates-1", Evaluation.class).takenFrom())
                .isEqualTo(first.run());
    }

    @Test
    void nextAttemptTakesOverTheBundle() {
        Attempt next = workshop.claim(Order.training("b"));
        next.build();

        assertThat(next.step("BuildBundle", BuiltBundle.class).takenFrom()).isEqualTo(first.run());
    }

    @Test
    void takingOverStoresNothingButRecords() {
        Attempt next = workshop.claim(Order.training("b"));
        List<String> written = new ArrayList<>();
        next.on(writesOf(written)).build();

        assertThat(written).allMatch(key -> key.startsWith("loans/runs/" + next.run() + "/steps/"));
    }

    @Test
    void thirdAttemptNamesTheOneThatDidTheWork() {
        workshop.claim(Order.training("b")).prepare();
        Attempt third = workshop.claim(Order.training("c"));
        third.prepare();

        assertThat(third.step("PrepareData", Snapshot.class).takenFrom()).isEqualTo(first.run());
    }

    @Test
    void verdictOfALaterRoundIsTakenOverInTheFirst() {
        workshop.claim(Order.training("other").at(Workshop.EARLIER)).train();
        first.evaluate(2);
        Attempt next = workshop.claim(Order.training("b"));
        next.prepare();
        next.train(0);
        next.train(1);
        next.evaluate(1);

        assertThat(next.step("EvaluateCandidates-1", Evaluation.class).takenFrom())
                .isEqualTo(first.run());
    }

    @Test
    void verdictAgainstAnotherPointerIsNotTakenOver() {
        workshop.claim(Order.training("other").at(Workshop.EARLIER)).train();
        Attempt next = workshop.claim(Order.training("b"));
        next.prepare();
        next.train(0);
        next.train(1);
        next.evaluate(1);

        assertThat(next.step("EvaluateCandidates-1", Evaluation.class).takenFrom()).isNull();
    }

    @Test
    void anotherDefinitionTakesNothingOver() {
        Attempt next = workshop.claim(Order.training("b").set("limits.badRows=0.5"));
        next.prepare();

        assertThat(next.step("PrepareData", Snapshot.class).takenFrom()).isNull();
    }

    @Test
    void otherInputTakesNothingOver() {
        workshop.data("training/more.csv", workshop.data("training/loans.csv"));
        Attempt next = workshop.claim(Order.training("b"));
        next.prepare();

        assertThat(next.step("PrepareData", Snapshot.class).takenFrom()).isNull();
    }

    @Test
    void rerunByHandTakesNothingOver() {
        Attempt next = workshop.claim(Order.training("b").again("complete"));
        next.prepare();

        assertThat(next.step("PrepareData", Snapshot.class).takenFrom()).isNull();
    }

    @Test
    void retriedStepDoesNotWorkTwice() {
        List<String> written = new ArrayList<>();
        Attempt watched = first.on(writesOf(written));
        watched.prepare();
        watched.train(0);
        watched.evaluate(1);
        watched.build(1);

        assertThat(written).isEmpty();
    }

    @Test
    void snapshotThatARecordNamesIsNotChangedByALateCallOfTheSameStep() {
        Workshop fresh = Workshop.in(folder);
        Attempt attempt = fresh.claim(Order.training("a"));
        ObjectStore late =
                Interruption.before(
                        fresh.store(),
                        "put",
                        "/snapshots/",
                        () -> {
                            fresh.data("training/more.csv", fresh.data("training/loans.csv"));
                            attempt.prepare();
                        });
        attempt.on(late).prepare();

        StoredPart named = attempt.step("PrepareData", Snapshot.class).made().training();
        assertThat(sha256(fresh, named)).contains(named.sha256());
    }

    @Test
    void candidateThatARecordNamesIsWrittenOnce() {
        forget("TrainCandidate-0");
        List<String> written = new ArrayList<>();
        ObjectStore late =
                Interruption.before(
                        writesOf(written),
                        "put",
                        "/candidates/",
                        () -> first.on(writesOf(written)).train(0));
        first.on(late).train(0);

        assertThat(written).doesNotHaveDuplicates();
    }

    private void forget(String step) {
        workshop.store().delete("loans/runs/" + first.run() + "/steps/" + step + ".json");
    }

    private static Optional<String> sha256(Workshop workshop, StoredPart part) {
        return workshop.store().find(part.key()).map(object -> Digests.sha256Hex(object.bytes()));
    }

    /** The store, telling the keys of what is written by put or created. */
    private ObjectStore writesOf(List<String> written) {
        return Interruption.told(
                workshop.store(),
                call -> {
                    boolean writes = call.verb().equals("put") || call.verb().equals("create");
                    if (writes && !call.key().contains("/steps/TrainCandidate-0")) {
                        written.add(call.key());
                    }
                });
    }
}
