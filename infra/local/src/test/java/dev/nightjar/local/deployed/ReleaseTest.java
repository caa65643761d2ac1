package dev.nightjar.local.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Move;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.local.CommandRun;
import dev.nightjar.local.night.Exits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** A model is released in the middle of a batch; when the batch is done, a person goes back. */
@ExtendWith(OnLocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);
    private static final Slot SLOT = NightData.scoringSlot(MONDAY);
    private static final RunId RUN = new RunId(NightData.PIPELINE, SLOT, Machine.SCORING, 1);
    private static final String NOBODY = "nobody";
    private static final String WHY = "calls of customers";

    private final Deployment deployment;
    private final Move before;
    private final EndedExecution training;
    private final EndedExecution scoring;
    private final Move released;
    private final CommandRun rollback;

    ReleaseTest(Deployment deployment) {
        this.deployment = deployment;
        deployment.firstNight();
        deployment.uploadApplications(MONDAY);
        deployment.upload(deployment.data().training(MONDAY.minusDays(1)));
        before = deployment.serving();
        S3Hold laterShards = new S3Hold(laterShards());
        AtomicReference<EndedExecution> trained = new AtomicReference<>();
        scoring = deployment.under(laterShards, () -> scoredAround(laterShards, trained));
        training = trained.get();
        released = deployment.serving();
        rollback = deployment.command("rollback", NightData.PIPELINE, "--why", WHY, "--json");
    }

    private EndedExecution scoredAround(
            S3Hold laterShards, AtomicReference<EndedExecution> trained) {
        String execution = deployment.deliver(Machine.SCORING, SLOT);
        laterShards.awaitCall();
        Awaiting.until(() -> deployment.records().receipts(RUN).size(), scored -> scored == 1);
        trained.set(deployment.night(Machine.TRAINING, NightData.trainingSlot(MONDAY)));
        laterShards.open();
        return deployment.ended(execution);
    }

    /** Reads of the plan by the shards that come after the first. */
    private static Predicate<S3Call> laterShards() {
        AtomicBoolean planned = new AtomicBoolean();
        AtomicReference<String> first = new AtomicReference<>(NOBODY);
        return call -> {
            if (call.is("PUT", "/batches/" + SLOT, "/shards.json")) {
                planned.set(true);
            }
            if (!planned.get() || !call.is("GET", "/batches/" + SLOT, "/plan.json")) {
                return false;
            }
            return !first.compareAndSet(NOBODY, call.id()) && !call.id().equals(first.get());
        };
    }

    @Test
    void theModelIsReleasedWhileTheBatchIsScored() {
        assertThat(training.outcome()).isEqualTo(Outcome.RELEASED.name());
        assertThat(training.described().stopDate()).isBefore(scoring.described().stopDate());
        assertThat(released.model()).isNotEqualTo(before.model());
    }

    @Test
    void theBatchKeepsTheModelThatItStartedWith() {
        assertThat(scoring.outcome()).isEqualTo(Outcome.COMMITTED.name());
        assertThat(CommittedText.models(deployment.store(), RUN)).containsExactly(before.model());
    }

    @Test
    void rollbackAnswersWhatServesAgain() {
        assertThat(rollback.exitCode()).as(rollback.err()).isEqualTo(Exits.OK);
        assertThat(rollback.document().path("serving").asString()).isEqualTo(before.model());
        assertThat(rollback.document().path("left").asString()).isEqualTo(released.model());
    }

    @Test
    void rollbackMovesThePointerInTheBucket() {
        Move now = deployment.serving();
        assertThat(now.model()).isEqualTo(before.model());
        assertThat(now.n()).isEqualTo(released.n() + 1);
        assertThat(now.why()).isEqualTo(WHY);
    }
}
