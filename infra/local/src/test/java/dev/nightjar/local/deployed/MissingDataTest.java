package dev.nightjar.local.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.error.ErrorClass;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

import java.time.LocalDate;

/**
 * Nothing came to be scored. The machine's Catch has the failure recorded, and the rule on failed
 * executions tells of the same failure once more.
 */
@ExtendWith(OnLocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MissingDataTest {
    private static final Slot SLOT = NightData.scoringSlot(LocalDate.of(2026, 11, 3));
    private static final RunId RUN = new RunId(NightData.PIPELINE, SLOT, Machine.SCORING, 1);

    private final Deployment deployment;
    private final EndedExecution failed;

    MissingDataTest(Deployment deployment) {
        this.deployment = deployment;
        deployment.firstNight();
        failed = deployment.failingNight(Machine.SCORING, SLOT);
    }

    @Test
    void theMachineGoesToFailedWithoutARetry() {
        assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(failed.error()).isEqualTo(DataUnfit.class.getName());
        assertThat(failed.taskErrors()).containsExactly(DataUnfit.class.getName());
        assertThat(failed.states())
                .containsExactly(
                        "ClaimSlot", "SlotIsClaimed", "PlanBatch", "RecordFailure", "Failed");
    }

    @Test
    void theFailureIsRecordedOnce() {
        assertThat(deployment.records().failures(RUN))
                .singleElement()
                .satisfies(
                        record -> {
                            assertThat(record.state()).isEqualTo("PlanBatch");
                            assertThat(record.errorClass()).isEqualTo(ErrorClass.DATA);
                            assertThat(record.cause()).contains("no object matches s3://");
                        });
    }

    @Test
    void peopleAreToldOnce() {
        assertThat(deployment.announcements().of(RUN.toString()))
                .containsExactly("FAILED " + RUN + " at PlanBatch");
    }
}
