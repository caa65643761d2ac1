package dev.nightjar.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.Outcome;
import dev.nightjar.run.ClaimSlot.Answer;
import dev.nightjar.run.ClaimSlot.Response;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Rules 3 and 19: how a run ended, also when nobody had the time to write it down. */
final class OutcomesTest {
    @TempDir private static Path folder;

    private static Workshop trained;

    private Workshop workshop;

    @BeforeAll
    static void trainOnce() {
        trained = Workshop.withModel(folder);
    }

    @BeforeEach
    void copy() {
        workshop = trained.copy();
    }

    @Test
    void symlinkThatNamesTheAttemptMeansCommitted() {
        Attempt attempt = workshop.claim(Order.scoring("a"));
        attempt.publish();
        forget(attempt);

        assertThat(attempt.outcome()).contains(Outcome.COMMITTED);
    }

    @Test
    void committedSlotWithoutItsNoteIsADuplicate() {
        Attempt attempt = workshop.claim(Order.scoring("a"));
        attempt.publish();
        forget(attempt);

        assertThat(workshop.ask(Order.scoring("b").bySchedule("delivery")))
                .isEqualTo(new Response(attempt.run(), Answer.DUPLICATE));
    }

    @Test
    void whoNoticesACommitCreatesTheMissingNote() {
        Attempt attempt = workshop.claim(Order.scoring("a"));
        attempt.publish();
        forget(attempt);

        workshop.ask(Order.scoring("b"));

        assertThat(attempt.noted()).contains(Outcome.COMMITTED);
    }

    @Test
    void symlinkThatNamesAnotherAttemptDoesNotMeanCommitted() {
        Attempt older = workshop.claim(Order.scoring("a"));
        older.tallied();
        Attempt newer = workshop.claim(Order.scoring("b"));
        newer.publish();

        assertThat(older.outcome()).isEmpty();
    }

    @Test
    void pointerThatNamesTheRunMeansReleased() {
        Attempt attempt = first();
        forget(attempt);

        assertThat(attempt.outcome()).contains(Outcome.RELEASED);
    }

    @Test
    void pointerAloneMeansReleasedWhenTheJournalLacksItsLastEntry() {
        Attempt attempt = first();
        forget(attempt);
        workshop.store().delete("loans/journal/000001.json");

        assertThat(workshop.ask(Order.training("b")))
                .isEqualTo(new Response(attempt.run(), Answer.DUPLICATE));
    }

    @Test
    void journalThatNamesTheRunMeansReleasedWhateverServesNow() {
        Attempt attempt = first();
        workshop.claim(Order.training("b").at(Workshop.NEXT)).train();
        forget(attempt);

        assertThat(attempt.outcome()).contains(Outcome.RELEASED);
    }

    @Test
    void whoNoticesAReleaseCreatesTheMissingNote() {
        Attempt attempt = first();
        forget(attempt);

        workshop.ask(Order.training("b"));

        assertThat(attempt.noted()).contains(Outcome.RELEASED);
    }

    @Test
    void failureOfARunThatCommittedAfterAllIsNotRecorded() {
        Attempt attempt = workshop.claim(Order.scoring("a"));
        attempt.publish();
        forget(attempt);

        attempt.fail("CommitBatch", "Conflict");

        assertThat(workshop.records().failures(attempt.run())).isEmpty();
    }

    @Test
    void failureOfARunThatCommittedAfterAllMakesTheNoteOfItsCommit() {
        Attempt attempt = workshop.claim(Order.scoring("a"));
        attempt.publish();
        forget(attempt);

        attempt.fail("CommitBatch", "Conflict");

        assertThat(attempt.noted()).contains(Outcome.COMMITTED);
    }

    @Test
    void failureOfARunThatReleasedAfterAllIsNotRecorded() {
        Attempt attempt = first();
        forget(attempt);

        attempt.fail("ReleaseModel", "Conflict");

        assertThat(workshop.records().failures(attempt.run())).isEmpty();
    }

    @Test
    void failureOfARunThatIsNotDoneIsRecorded() {
        Attempt attempt = workshop.claim(Order.scoring("a"));

        attempt.fail("CommitBatch", "Conflict");

        assertThat(workshop.records().failures(attempt.run())).hasSize(1);
    }

    @Test
    void sameFailureTwiceIsAnnouncedOnce() {
        Attempt attempt = workshop.claim(Order.scoring("a"));

        attempt.fail("CommitBatch", "Conflict");
        attempt.fail("CommitBatch", "Conflict");

        assertThat(workshop.announced())
                .containsExactly("FAILED " + attempt.run() + " at CommitBatch");
    }

    private Attempt first() {
        return new Attempt(workshop, workshop.store(), Workshop.training(1), "first");
    }

    private void forget(Attempt attempt) {
        workshop.store().delete("loans/runs/" + attempt.run() + "/outcome.json");
    }
}
