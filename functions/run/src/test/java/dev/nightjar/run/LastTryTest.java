package dev.nightjar.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.night.FailureRequest;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.TaskContext;
import dev.nightjar.core.port.ExecutionEvent;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class LastTryTest {
    private static final FailureRequest ASKED =
            new FailureRequest(
                    RunId.parse("loans-20261103T0300Z-s01"),
                    "TallyBatch",
                    null,
                    DataUnfit.class.getName(),
                    "no rows",
                    new TaskContext("RecordFailure", "arn:e", 0, 0));

    private final Events events = new Events().started().done("ClaimSlot");

    private LastTry last() {
        return LastTry.of(events.newestFirst());
    }

    @Test
    void aTaskThatFailedIsTheStateThatFailed() {
        events.done("PlanBatch").failed("CommitBatch").add("ExecutionFailed");
        assertThat(last()).isEqualTo(new LastTry("CommitBatch", false, null, false, 0));
    }

    @Test
    void aTaskInWhichTimeWasUpIsTheStateThatFailed() {
        events.called("PlanBatch", "x").add("ExecutionTimedOut");
        assertThat(last().state()).isEqualTo("PlanBatch");
    }

    @Test
    void aDistributedMapIsTheStateThatFailed() {
        events.entered("Map", "RescoreShards")
                .add("MapStateStarted")
                .add("MapRunStarted")
                .add("MapRunFailed")
                .add("MapStateFailed")
                .add("ExecutionFailed");
        assertThat(last().state()).isEqualTo("RescoreShards");
    }

    @Test
    void anExecutionThatWasStoppedAtOnceHasNoState() {
        List<ExecutionEvent> stopped = new Events().started().add("ExecutionAborted").newestFirst();
        assertThat(LastTry.of(stopped)).isEqualTo(new LastTry(null, false, null, false, 0));
    }

    @Test
    void anExecutionThatIsNotKnownHasNoState() {
        assertThat(LastTry.of(List.of()).state()).isNull();
    }

    @Test
    void aRecordedFailureIsOfTheStateBefore() {
        events.failed("TallyBatch")
                .exited("Task", "TallyBatch")
                .called("RecordFailure", ASKED)
                .add("TaskSucceeded")
                .exited("Task", "RecordFailure")
                .entered("Fail", "Failed")
                .add("ExecutionFailed");
        assertThat(last()).isEqualTo(new LastTry("TallyBatch", true, ASKED, true, 0));
    }

    @Test
    void aFailureThatTheMachineCouldNotRecordIsKnownByWhatItAsked() {
        events.failed("TallyBatch")
                .exited("Task", "TallyBatch")
                .called("RecordFailure", ASKED)
                .add("TaskFailed")
                .add("ExecutionFailed");
        assertThat(last()).isEqualTo(new LastTry("TallyBatch", true, ASKED, false, 0));
    }

    @Test
    void aRedriveThatFailsAgainFailsAtTheStateThatItWentOnWith() {
        events.failed("CommitBatch")
                .add("ExecutionFailed")
                .redriven(1)
                .add("ExecutionFailed")
                .redriven(2)
                .add("TaskScheduled")
                .add("TaskFailed")
                .add("ExecutionFailed");
        assertThat(last()).isEqualTo(new LastTry("CommitBatch", false, null, false, 2));
    }

    @Test
    void aRedriveThatGotFurtherFailsThere() {
        events.failed("PlanBatch")
                .add("ExecutionFailed")
                .redriven(1)
                .add("TaskSucceeded")
                .exited("Task", "PlanBatch")
                .failed("CommitBatch")
                .add("ExecutionFailed");
        assertThat(last()).isEqualTo(new LastTry("CommitBatch", false, null, false, 1));
    }

    @Test
    void aRedriveOfTheRecordingIsOfTheFailureThatWasToBeRecorded() {
        events.failed("TallyBatch")
                .exited("Task", "TallyBatch")
                .called("RecordFailure", ASKED)
                .add("TaskFailed")
                .add("ExecutionFailed")
                .redriven(1)
                .add("TaskSucceeded")
                .exited("Task", "RecordFailure")
                .entered("Fail", "Failed")
                .add("ExecutionFailed");
        assertThat(last().recorded()).isTrue();
        assertThat(last().state()).isEqualTo("TallyBatch");
    }

    @Test
    void aRedriveThatBeganAfterTheEndDoesNotCount() {
        events.failed("CommitBatch").add("ExecutionFailed");
        Instant end = Instant.ofEpochMilli(events.now().toEpochMilli());
        events.redriven(1).failed("CommitBatch");
        assertThat(LastTry.of(events.newestFirst(), end))
                .isEqualTo(new LastTry("CommitBatch", false, null, false, 0));
    }

    @Test
    void theEndIsToldToTheMillisecond() {
        events.entered("Task", "PlanBatch");
        Instant end = Instant.ofEpochMilli(events.now().toEpochMilli());
        assertThat(end).isBefore(events.now());
        assertThat(LastTry.of(events.newestFirst(), end).state()).isEqualTo("PlanBatch");
    }
}
