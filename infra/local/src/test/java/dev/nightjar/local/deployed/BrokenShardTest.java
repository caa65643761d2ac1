package dev.nightjar.local.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.error.ErrorClass;
import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Manifest;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.local.CommandRun;
import dev.nightjar.local.night.Exits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

import java.time.LocalDate;
import java.util.List;

/**
 * One of three objects was cut while it was written. The night fails; the object is replaced; the
 * same input is started again, as the console's "New execution" does.
 */
@ExtendWith(OnLocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenShardTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 4);
    private static final Slot SLOT = NightData.scoringSlot(DATE);
    private static final RunId FIRST = new RunId(NightData.PIPELINE, SLOT, Machine.SCORING, 1);
    private static final RunId SECOND = FIRST.withAttempt(2);

    private final Deployment deployment;
    private final EndedExecution failed;
    private final CommandRun redrive;
    private final EndedExecution again;

    BrokenShardTest(Deployment deployment) {
        this.deployment = deployment;
        deployment.firstNight();
        deployment.uploadApplications(DATE);
        deployment.uploadCutGzip(deployment.data().application(DATE, 2));
        failed = deployment.failingNight(Machine.SCORING, SLOT);
        redrive = deployment.command("redrive", FIRST.toString());
        deployment.upload(deployment.data().application(DATE, 2));
        again = deployment.again(failed);
    }

    @Test
    void theMachineGoesToFailedAndTriesTheDataOnlyOnce() {
        assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(failed.error()).isEqualTo(DataUnfit.class.getName());
        assertThat(failed.taskErrors()).containsExactly(DataUnfit.class.getName());
        assertThat(failed.states()).endsWith("TallyBatch", "RecordFailure", "Failed");
    }

    @Test
    void theShardAndTheTallyLeaveARecord() {
        List<FailureRecord> records = deployment.records().failures(FIRST);
        assertThat(records)
                .extracting(FailureRecord::state)
                .containsExactly("ScoreShard", "TallyBatch");
        assertThat(records).extracting(FailureRecord::errorClass).containsOnly(ErrorClass.DATA);
    }

    @Test
    void peopleAreToldOnce() {
        assertThat(deployment.announcements().of(FIRST.toString()))
                .containsExactly("FAILED " + FIRST + " at TallyBatch");
    }

    @Test
    void redriveNamesTheNewExecutionThatCanHelp() {
        assertThat(redrive.exitCode()).isEqualTo(Exits.SYSTEM);
        assertThat(redrive.err())
                .contains("which only a new attempt can mend", "'New execution' at https://");
    }

    @Test
    void aNewExecutionWithTheSameInputScoresOnlyWhatIsMissing() {
        assertThat(again.outcome()).isEqualTo("COMMITTED");
        assertThat(deployment.records().receipts(SECOND)).hasSize(1);
        Manifest manifest = deployment.records().manifest(SECOND).orElseThrow();
        assertThat(manifest.reused()).isEqualTo(2);
        assertThat(manifest.ledger().holds()).isTrue();
    }
}
