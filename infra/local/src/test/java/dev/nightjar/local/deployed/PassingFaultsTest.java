package dev.nightjar.local.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.error.Transient;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.LocalDate;

/** What passes without a person. Each test has a day of its own. */
@ExtendWith(OnLocalStack.class)
class PassingFaultsTest {
    private final Deployment deployment;

    PassingFaultsTest(Deployment deployment) {
        this.deployment = deployment;
        deployment.firstNight();
    }

    @Test
    void aStepThatThrowsTransientTwiceIsRetriedAndSucceeds() {
        Slot slot = slot(LocalDate.of(2026, 11, 6));
        S3Rule twice =
                S3Refusal.INTERNAL_ERROR.first(
                        2, call -> call.is("PUT", "/batches/" + slot, "/manifest.json"));
        EndedExecution night =
                deployment.under(twice, () -> deployment.night(Machine.SCORING, slot));
        assertThat(night.taskErrors())
                .containsExactly(Transient.class.getName(), Transient.class.getName());
        assertThat(night.outcome()).isEqualTo("COMMITTED");
    }

    @Test
    void aShardThatFailsOnceIsRescored() {
        Slot slot = slot(LocalDate.of(2026, 11, 7));
        S3Rule once =
                S3Refusal.ACCESS_DENIED.first(
                        1, call -> call.is("PUT", "/batches/" + slot, "/parts/"));
        EndedExecution night =
                deployment.under(once, () -> deployment.night(Machine.SCORING, slot));
        RunId run = RunId.parse(night.run());
        assertThat(night.states()).contains("RescoreShards");
        assertThat(night.outcome()).isEqualTo("COMMITTED");
        assertThat(deployment.records().receipts(run)).hasSize(NightData.OBJECTS);
        assertThat(deployment.records().manifest(run).orElseThrow().ledger().holds()).isTrue();
    }

    private Slot slot(LocalDate date) {
        deployment.uploadApplications(date);
        return NightData.scoringSlot(date);
    }
}
