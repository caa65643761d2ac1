package dev.nightjar.local.deployed;

import static org.assertj.core.api.Assertions.assertThat;

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

import java.io.UncheckedIOException;
import java.time.LocalDate;

/**
 * A right is missing when the batch is to be committed: no Catch names that. The right comes, and
 * the same input is started again.
 */
@ExtendWith(OnLocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UncaughtFailureTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 5);
    private static final Slot SLOT = NightData.scoringSlot(DATE);
    private static final RunId FIRST = new RunId(NightData.PIPELINE, SLOT, Machine.SCORING, 1);

    private final Deployment deployment;
    private final EndedExecution failed;
    private final CommandRun redrive;
    private final EndedExecution again;

    UncaughtFailureTest(Deployment deployment) {
        this.deployment = deployment;
        deployment.firstNight();
        deployment.uploadApplications(DATE);
        S3Rule denied =
                S3Refusal.ACCESS_DENIED.all(
                        call -> call.is("PUT", "/results/slot=" + SLOT, "symlink.txt"));
        failed = deployment.under(denied, () -> deployment.failingNight(Machine.SCORING, SLOT));
        redrive = deployment.command("redrive", FIRST.toString());
        again = deployment.again(failed);
    }

    @Test
    void theUncaughtTaskIsTheUnsuccessfulStep() {
        assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(failed.taskErrors()).containsExactly(UncheckedIOException.class.getName());
        assertThat(failed.states()).endsWith("CommitBatch");
    }

    @Test
    void theRuleLeavesARecord() {
        assertThat(deployment.records().failures(FIRST))
                .singleElement()
                .satisfies(
                        record -> {
                            assertThat(record.state()).isEqualTo("CommitBatch");
                            assertThat(record.component()).isEqualTo("permission");
                            assertThat(record.cause()).contains("s3:PutObject");
                        });
    }

    @Test
    void peopleAreToldOnce() {
        assertThat(deployment.announcements().of(FIRST.toString()))
                .containsExactly("FAILED " + FIRST + " at CommitBatch");
    }

    /** LocalStack 4.14 has no RedriveExecution: what is shown is that it is asked for. */
    @Test
    void redriveAsksStepFunctions() {
        assertThat(redrive.exitCode()).isEqualTo(Exits.SYSTEM);
        assertThat(redrive.err()).contains("states:RedriveExecution of " + failed.arn());
    }

    @Test
    void aNewExecutionWithTheSameInputScoresNothingAgain() {
        Manifest manifest = deployment.records().manifest(FIRST.withAttempt(2)).orElseThrow();
        assertThat(again.outcome()).isEqualTo("COMMITTED");
        assertThat(manifest.reused()).isEqualTo(NightData.OBJECTS);
        assertThat(manifest.ledger().holds()).isTrue();
    }
}
