package dev.nightjar.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.core.error.ErrorClass;
import dev.nightjar.core.error.Transient;
import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.UnclaimedFailure;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class RecordFailureTest {
    private static final String UNFIT = DataUnfit.class.getName();
    private static final String UNCLAIMED = "loans/unclaimed/scoring/1-9f2a.json";

    private final Incident incident = new Incident("low");

    private Incident.Told told() {
        assertThat(incident.told).hasSize(1);
        return incident.told.getFirst();
    }

    private FailureRecord failure(String name) {
        return requireNonNull(incident.failures().get(name), name);
    }

    private UnclaimedFailure unclaimed(String key) {
        return Json.read(incident.store.find(key).orElseThrow().bytes(), UnclaimedFailure.class);
    }

    /** An execution that failed at CommitBatch, which nobody caught. */
    private ObjectNode uncaught() {
        incident.claimed().events().done("PlanBatch").failed("CommitBatch").add("ExecutionFailed");
        return incident.event("FAILED", "Lambda.Unknown", "no memory size left");
    }

    @Test
    void anUncaughtFailureIsRecordedWithTheStateThatFailed() {
        incident.ask(uncaught());

        FailureRecord record = failure("CommitBatch-1.json");
        assertThat(record)
                .isEqualTo(
                        new FailureRecord(
                                Incident.RUN,
                                1,
                                "CommitBatch",
                                null,
                                "Lambda.Unknown",
                                ErrorClass.SYSTEM,
                                "no memory size left",
                                "memory",
                                "loans/runs/loans-20261103T0300Z-s01/run.json",
                                "lines of loans-20261103T0300Z-s01",
                                Instant.parse("2026-11-03T03:10:00Z")));
    }

    @Test
    void theAnswerNamesTheRunForTheLog() {
        assertThat(incident.ask(uncaught()).path("run").asString())
                .isEqualTo("loans-20261103T0300Z-s01");
    }

    @Test
    void peopleAreToldOnceThoughTheEventComesTwice() {
        ObjectNode event = uncaught();
        incident.ask(event);
        incident.ask(event);

        assertThat(told().subject()).isEqualTo("FAILED loans-20261103T0300Z-s01 at CommitBatch");
        assertThat(incident.failures()).hasSize(1);
    }

    @Test
    void theTopicIsThatOfThePhasesLevel() {
        Incident serving = new Incident("low, serve: high");
        serving.ask(serving.claimed().caught(Incident.RUN, "CommitBatch", UNFIT));

        assertThat(serving.told).extracting(Incident.Told::level).containsExactly("high");
    }

    @Test
    void theLevelOfAnotherPhaseDoesNotCount() {
        Incident serving = new Incident("low, train: high, release: high");
        serving.ask(serving.claimed().caught(Incident.RUN, "CommitBatch", UNFIT));

        assertThat(serving.told).extracting(Incident.Told::level).containsExactly("low");
    }

    @Test
    void peopleAreToldThePhase() {
        incident.ask(uncaught());

        assertThat(told().detail()).containsEntry("phase", "serve");
    }

    @Test
    void theTopicIsThatOfThePipelinesLevel() {
        Incident high = new Incident("high");
        high.claimed().events().failed("CommitBatch").add("ExecutionFailed");
        high.ask(high.event("FAILED", "Lambda.Unknown", "x"));

        assertThat(high.told).extracting(Incident.Told::level).containsExactly("high");
    }

    @Test
    void theAnnouncementSaysWhatHelps() {
        incident.ask(uncaught());

        Map<String, String> detail = told().detail();
        assertThat(detail.keySet())
                .containsExactly(
                        "pipeline",
                        "run",
                        "phase",
                        "state",
                        "error",
                        "class",
                        "cause",
                        "component",
                        "record",
                        "log",
                        "execution",
                        "next");
        assertThat(detail.get("log")).isEqualTo("lines of loans-20261103T0300Z-s01");
        assertThat(detail.get("next"))
                .startsWith("./nightjar redrive loans-20261103T0300Z-s01 --store ");
        assertThat(detail.get("execution"))
                .isEqualTo(
                        "https://eu-central-1.console.aws.amazon.com/states/home?region=eu-central-1"
                                + "#/v2/executions/details/"
                                + Incident.EXECUTION);
    }

    @Test
    void whatThePeopleWereToldIsKept() {
        incident.ask(uncaught());

        assertThat(incident.store.find(Keys.announcement(Incident.RUN, "CommitBatch-1")))
                .isPresent();
    }

    @Test
    void anAnnouncementThatFailedIsMadeByTheNextDelivery() {
        ObjectNode event = uncaught();
        incident.deafen(new Transient("sns:Publish: Throttled"));
        assertThatThrownBy(() -> incident.ask(event)).isInstanceOf(Transient.class);
        incident.deafen(null);
        incident.ask(event);

        assertThat(told().subject()).contains("CommitBatch");
        assertThat(incident.failures()).hasSize(1);
    }

    @Test
    void aFailureThatTheMachineRecordedIsLeftAlone() {
        incident.claimed().events().failed("TallyBatch").exited("Task", "TallyBatch");
        incident.ask(incident.caught(Incident.RUN, "TallyBatch", UNFIT));
        incident.events()
                .called("RecordFailure", incident.caught(Incident.RUN, "TallyBatch", UNFIT))
                .exited("Task", "RecordFailure")
                .entered("Fail", "Failed")
                .add("ExecutionFailed");
        incident.ask(incident.event("FAILED", UNFIT, "no rows"));

        assertThat(incident.failures().keySet()).containsExactly("TallyBatch-1.json");
        assertThat(told().detail().get("cause")).isEqualTo("no rows");
    }

    @Test
    void aRecordThatStandsIsLeftAloneThoughTheHistoryIsNotKnown() {
        incident.claimed();
        incident.ask(incident.caught(Incident.RUN, "TallyBatch", UNFIT));
        incident.forgetHistory();
        incident.ask(incident.event("FAILED", UNFIT, "no rows"));

        assertThat(incident.failures().keySet()).containsExactly("TallyBatch-1.json");
        assertThat(incident.told).hasSize(1);
    }

    @Test
    void theFailureOfAnItemIsNotTheEndOfTheExecution() {
        incident.claimed().events().failed("TallyBatch").add("ExecutionFailed");
        FailureRecord item =
                new FailureRecord(
                        Incident.RUN,
                        1,
                        "ScoreShard",
                        5,
                        "DataUnfit",
                        ErrorClass.DATA,
                        "torn",
                        null,
                        null,
                        null,
                        Events.START);
        incident.store.put(
                Keys.failure(Incident.RUN, "ScoreShard-5", 1), Content.of(Json.pretty(item)));
        incident.ask(incident.event("FAILED", "States.Timeout", "x"));

        assertThat(incident.failures().keySet())
                .containsExactly("ScoreShard-5-1.json", "TallyBatch-1.json");
    }

    @Test
    void eachRedriveThatFailsIsAnIncident() {
        incident.ask(uncaught());
        incident.events().redriven(1).failed("CommitBatch").add("ExecutionFailed");
        incident.ask(incident.event("FAILED", "Lambda.Unknown", "again"));

        assertThat(incident.failures().keySet())
                .containsExactly("CommitBatch-1.json", "CommitBatch-2.json");
        assertThat(incident.told).hasSize(2);
    }

    @Test
    void anEventThatComesAfterARedriveHasBegunIsOfTheTryThatItTellsOf() {
        ObjectNode event = uncaught();
        incident.events().redriven(1).done("CommitBatch");
        incident.ask(event);

        assertThat(incident.failures().keySet()).containsExactly("CommitBatch-1.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-11-03T03:01:00.250601+00:00\"", "null"})
    void theEndMayBeToldAsLocalStackTellsIt(String stopDate) {
        ObjectNode event = uncaught();
        event.withObject("/detail").set("stopDate", Json.parse(stopDate));
        incident.ask(event);

        assertThat(incident.failures().keySet()).containsExactly("CommitBatch-1.json");
    }

    @Test
    void aFailureThatTheMachineCouldNotRecordIsRecordedByTheRule() {
        incident.claimed()
                .events()
                .failed("TallyBatch")
                .called("RecordFailure", incident.caught(Incident.RUN, "TallyBatch", UNFIT))
                .add("TaskFailed")
                .add("ExecutionFailed");
        incident.ask(incident.event("FAILED", "Lambda.Unknown", "RecordFailure broke"));

        FailureRecord record = failure("TallyBatch-1.json");
        assertThat(record.error()).isEqualTo("DataUnfit");
        assertThat(record.cause()).isEqualTo("no rows");
    }

    @Test
    void aTimeOutIsRecordedWithoutAnyError() {
        incident.claimed().events().called("PlanBatch", "x").add("ExecutionTimedOut");
        incident.ask(incident.event("TIMED_OUT", null, null));

        FailureRecord record = failure("PlanBatch-1.json");
        assertThat(record.error()).isEqualTo("TIMED_OUT");
        assertThat(record.component()).isEqualTo("time");
        assertThat(record.cause()).isEqualTo("no cause was given");
    }

    @Test
    void aRunThatIsDoneHasNotFailed() {
        ObjectNode event = uncaught();
        OutcomeRecord outcome =
                new OutcomeRecord(Incident.RUN, Outcome.COMMITTED, "1.0.1", Events.START);
        incident.store.put(Keys.outcome(Incident.RUN), Content.of(Json.pretty(outcome)));
        incident.ask(event);

        assertThat(incident.failures()).isEmpty();
        assertThat(incident.told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RUNNING", "SUCCEEDED", "PENDING_REDRIVE"})
    void whatIsNoFailureIsNotRecorded(String status) {
        incident.claimed();
        incident.ask(incident.event(status, null, null));

        assertThat(incident.failures()).isEmpty();
        assertThat(incident.told).isEmpty();
    }

    @Test
    void theInputIsAskedForWhenItWasTooLargeForTheEvent() {
        ObjectNode event = uncaught();
        event.withObject("/detail").putNull("input");
        event.withObject("/detail").putObject("inputDetails").put("included", false);
        incident.describeInput();
        incident.ask(event);

        assertThat(incident.failures().keySet()).containsExactly("CommitBatch-1.json");
    }

    @Test
    void aClaimOfAnotherExecutionIsNotTheFailedOnes() {
        ObjectNode event = uncaught();
        String other = Incident.EXECUTION + "-other";
        event.withObject("/detail").put("executionArn", other);
        incident.ask(event);

        assertThat(incident.failures()).isEmpty();
        assertThat(told().subject()).isEqualTo("FAILED no slot was claimed at CommitBatch");
    }

    @Test
    void anExecutionThatFailedBeforeItClaimedIsRecordedAndToldOnce() {
        incident.events().failed("ClaimSlot").add("ExecutionFailed");
        ObjectNode event = incident.event("FAILED", "Lambda.Unknown", "access denied");
        incident.ask(event);
        incident.ask(event);

        UnclaimedFailure record = unclaimed(UNCLAIMED);
        assertThat(record.state()).isEqualTo("ClaimSlot");
        assertThat(record.slot()).isEqualTo("2026-11-03T03:00:00Z");
        assertThat(record.component()).isEqualTo("permission");
        assertThat(told().subject()).isEqualTo("FAILED no slot was claimed at ClaimSlot");
        assertThat(told().detail().get("next"))
                .isEqualTo(
                        "aws stepfunctions redrive-execution --execution-arn "
                                + Incident.EXECUTION);
    }

    @Test
    void anUnclaimedFailureThatTheMachineCaughtIsToldOnce() {
        incident.describeInput();
        String invalid = DefinitionInvalid.class.getName();
        incident.ask(incident.caught(null, "ClaimSlot", invalid));
        incident.events().failed("ClaimSlot").add("ExecutionFailed");
        incident.ask(incident.event("FAILED", invalid, "no rows"));

        assertThat(unclaimed(UNCLAIMED).error()).isEqualTo("DefinitionInvalid");
        assertThat(told().level()).isEqualTo("low");
    }

    @Test
    void anUnclaimedFailureIsToldByThePhasesLevel() {
        Incident serving = new Incident("high, serve: low");
        serving.events().failed("ClaimSlot").add("ExecutionFailed");
        serving.ask(serving.event("FAILED", "Lambda.Unknown", "x"));

        assertThat(serving.told)
                .singleElement()
                .satisfies(told -> assertThat(told.level()).isEqualTo("low"))
                .satisfies(told -> assertThat(told.detail()).containsEntry("phase", "serve"));
    }

    @Test
    void anUnclaimedFailureOfAHighPipelineIsToldToTheHighTopic() {
        Incident high = new Incident("high");
        high.events().failed("ClaimSlot").add("ExecutionFailed");
        high.ask(high.event("FAILED", "Lambda.Unknown", "x"));

        assertThat(high.told).extracting(Incident.Told::level).containsExactly("high");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"pipeline\":\"../loans\",\"slot\":\"x\"}",
                "{\"pipeline\":7}",
                "[]",
                "no JSON"
            })
    void anExecutionThatWasForNoPipelineIsToldOnce(String input) {
        incident.events().failed("ClaimSlot").add("ExecutionFailed");
        ObjectNode event = incident.event("FAILED", "Lambda.Unknown", "x");
        event.withObject("/detail").put("input", input);
        incident.ask(event);
        incident.ask(event);

        assertThat(told().level()).isEqualTo("low");
        assertThat(incident.store.list(""))
                .extracting(ObjectHead::key)
                .containsExactly(
                        "no_pipeline/unclaimed/scoring/1-9f2a.announced.json",
                        "no_pipeline/unclaimed/scoring/1-9f2a.json");
    }

    @Test
    void theMachinesOwnQuestionIsAnsweredWithNothing() {
        incident.claimed();
        assertThat(incident.ask(incident.caught(Incident.RUN, "TallyBatch", UNFIT)).toString())
                .isEqualTo("{}");
    }

    @Test
    void aVeryLongCauseIsCut() {
        incident.claimed().events().failed("CommitBatch").add("ExecutionFailed");
        incident.ask(incident.event("FAILED", "X", "y".repeat(3_000)));

        assertThat(List.copyOf(incident.failures().values()).getFirst().cause())
                .hasSize(2_004)
                .endsWith(" ...");
    }

    @Test
    void aRunIsFoundOnlyByItsOwnMachine() {
        ObjectNode event = uncaught();
        String training = Incident.EXECUTION.replace("nightjar-scoring", "nightjar-training");
        event.withObject("/detail").put("executionArn", training);
        incident.ask(event);

        assertThat(incident.failures()).isEmpty();
        assertThat(incident.store.find("loans/unclaimed/training/1-9f2a.json")).isPresent();
    }

    @Test
    void theRunOfARequestMayBeAnyAttempt() {
        RunId second = Incident.RUN.withAttempt(2);
        incident.ask(incident.caught(second, "PlanBatch", UNFIT));

        assertThat(incident.store.find(Keys.failure(second, "PlanBatch", 1))).isPresent();
    }
}
