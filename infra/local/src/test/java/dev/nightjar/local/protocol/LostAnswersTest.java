package dev.nightjar.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.error.Transient;
import dev.nightjar.core.night.Move;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.store.ForgetfulStore;
import dev.nightjar.core.store.ObjectStore;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A write took effect and its answer was lost, one write at a time: the step is tried again, and
 * the night ends as if nothing had happened.
 */
final class LostAnswersTest {
    private static final int MOST_WRITES = 200;

    @TempDir private static Path folder;

    private static Workshop fresh;
    private static Workshop trained;

    @BeforeAll
    static void trainOnce() {
        fresh = Workshop.in(folder);
        trained = fresh.copy();
        trained.claim(Order.training("first")).train();
    }

    @Test
    void trainingEndsAsIfEveryAnswerHadCome() {
        for (int write = 1; write <= MOST_WRITES; write++) {
            Workshop workshop = fresh.copy();
            ForgetfulStore store = ForgetfulStore.at(write, workshop.store());
            train(workshop, store);

            assertTrained(workshop, write);
            if (store.writes() < write) {
                return;
            }
        }
        throw new AssertionError("a training has no " + MOST_WRITES + " writes");
    }

    @Test
    void scoringEndsAsIfEveryAnswerHadCome() {
        for (int write = 1; write <= MOST_WRITES; write++) {
            Workshop workshop = trained.copy();
            ForgetfulStore store = ForgetfulStore.at(write, workshop.store());
            score(workshop, store);

            assertScored(workshop, write);
            if (store.writes() < write) {
                return;
            }
        }
        throw new AssertionError("a scoring has no " + MOST_WRITES + " writes");
    }

    private static void assertTrained(Workshop workshop, int write) {
        Attempt attempt = new Attempt(workshop, workshop.store(), Workshop.training(1), "first");
        assertThat(attempt.noted()).describedAs("write %d", write).contains(Outcome.RELEASED);
        assertThat(workshop.pointer().journal(Workshop.PIPELINE))
                .describedAs("write %d", write)
                .extracting(Move::model)
                .containsExactly(trained.serving().model());
        assertThat(workshop.keys("/slots/")).describedAs("write %d", write).hasSize(1);
        assertThat(workshop.keys("/models/numbers/")).describedAs("write %d", write).hasSize(1);
        assertThat(records(workshop)).describedAs("write %d", write).isEqualTo(records(trained));
    }

    private static void assertScored(Workshop workshop, int write) {
        Attempt attempt = new Attempt(workshop, workshop.store(), Workshop.scoring(1), "night");
        assertThat(attempt.noted()).describedAs("write %d", write).contains(Outcome.COMMITTED);
        assertThat(workshop.symlink().lines()).describedAs("write %d", write).hasSize(4);
        assertThat(workshop.keys("/receipts/")).describedAs("write %d", write).hasSize(3);
        assertThat(workshop.keys("/scoring/")).describedAs("write %d", write).hasSize(1);
        assertThat(workshop.records().manifest(attempt.run()).orElseThrow().ledger().scored())
                .describedAs("write %d", write)
                .isEqualTo(300);
    }

    /** The keys of the records of the run's steps. */
    private static List<String> records(Workshop workshop) {
        return workshop.keys("/runs/" + Workshop.training(1)).stream()
                .filter(key -> !key.contains("/candidates/") && !key.contains("/report."))
                .toList();
    }

    private static void train(Workshop workshop, ObjectStore store) {
        List<Attempt> claimed = new ArrayList<>();
        retried(
                () ->
                        claimed.add(
                                new Attempt(
                                        workshop,
                                        store,
                                        workshop.ask(Order.training("first"), store).run(),
                                        "first")));
        Attempt attempt = claimed.getFirst();
        retried(attempt::prepare);
        retried(() -> attempt.train(0));
        retried(() -> attempt.train(1));
        retried(() -> attempt.evaluate(1));
        retried(() -> attempt.build(1));
        retried(() -> attempt.release(1));
        retried(attempt::report);
    }

    private static void score(Workshop workshop, ObjectStore store) {
        List<Attempt> claimed = new ArrayList<>();
        retried(
                () ->
                        claimed.add(
                                new Attempt(
                                        workshop,
                                        store,
                                        workshop.ask(Order.scoring("night"), store).run(),
                                        "night")));
        Attempt attempt = claimed.getFirst();
        retried(attempt::plan);
        for (PlannedShard shard : attempt.planned()) {
            retried(() -> attempt.score(shard.number()));
        }
        retried(attempt::tally);
        retried(attempt::commit);
        retried(attempt::report);
    }

    /** As the machine does: again after Transient. */
    private static void retried(Runnable step) {
        try {
            step.run();
        } catch (Transient lost) {
            assertThat(lost).hasMessageStartingWith("The answer was lost");
            step.run();
        }
    }
}
