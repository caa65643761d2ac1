package dev.nightjar.aws.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.aws.client.ScriptedService;
import dev.nightjar.core.error.Transient;
import dev.nightjar.core.port.ExecutionEvent;
import dev.nightjar.core.port.Executions.State;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.sfn.SfnClient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What LocalStack never answers. */
class RefusingStatesTest {
    private static final String EXECUTION =
            "arn:aws:states:eu-central-1:123456789012:execution:nightjar-scoring:e";

    private final ScriptedService service = new ScriptedService();
    private final DeployedExecutions executions =
            new DeployedExecutions(service.client(SfnClient.builder()));

    @AfterEach
    void close() {
        executions.close();
        service.close();
    }

    private static String described(String status, String more) {
        return """
        {"executionArn": "%s", "stateMachineArn": "m", "name": "e", "status": "%s",
         "startDate": 1795000000.123, "input": "{}"%s}
        """
                .formatted(EXECUTION, status, more);
    }

    @ParameterizedTest
    @CsvSource({
        "ExecutionDoesNotExist",
        "InvalidArn",
        "ValidationException",
        "AccessDeniedException"
    })
    void anExecutionThatNobodyMayTellOfIsUnknown(String code) {
        service.refuses("DescribeExecution", 400, code, "no");

        assertThat(executions.state(EXECUTION)).isEqualTo(State.UNKNOWN);
    }

    @Test
    void aThrottledQuestionIsNoAnswer() {
        service.refuses("DescribeExecution", 400, "ThrottlingException", "Rate exceeded");

        assertThatThrownBy(() -> executions.state(EXECUTION)).isInstanceOf(Transient.class);
    }

    @Test
    void whatWillBeRedrivenStillRuns() {
        service.answers("DescribeExecution", 200, described("PENDING_REDRIVE", ""));

        assertThat(executions.state(EXECUTION)).isEqualTo(State.RUNNING);
    }

    @ParameterizedTest
    @CsvSource({"SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"})
    void allOtherEndsAreEnds(String status) {
        service.answers("DescribeExecution", 200, described(status, ""));

        assertThat(executions.state(EXECUTION)).isEqualTo(State.ENDED);
    }

    @Test
    void redrivesAreDescribed() {
        service.answers(
                "DescribeExecution",
                200,
                described(
                        "FAILED",
                        """
                        , "redriveCount": 2, "redriveDate": 1795000100,
                        "redriveStatus": "NOT_REDRIVABLE",
                        "redriveStatusReason": "Execution is too old"
                        """));

        DeployedExecution found = executions.find(EXECUTION).orElseThrow();
        assertThat(found.redriveCount()).isEqualTo(2);
        assertThat(found.redrivenAt()).isEqualTo(Instant.ofEpochSecond(1795000100));
        assertThat(found.redriveStatus()).isEqualTo("NOT_REDRIVABLE");
        assertThat(found.redriveStatusReason()).isEqualTo("Execution is too old");
    }

    @Test
    void aRedriveGoesOn() {
        service.answers("RedriveExecution", 200, "{\"redriveDate\": 1795000200}");

        assertThat(executions.redrive(EXECUTION))
                .isEqualTo(new RedriveAnswer.Redriven(Instant.ofEpochSecond(1795000200)));
        assertThat(service.asked()).singleElement().asString().contains(EXECUTION);
    }

    @ParameterizedTest
    @CsvSource({"ExecutionNotRedrivable", "ExecutionDoesNotExist"})
    void aRefusedRedriveIsAnAnswer(String code) {
        service.refuses("RedriveExecution", 400, code, "not in this state");

        assertThat(executions.redrive(EXECUTION))
                .isEqualTo(new RedriveAnswer.Refused("not in this state"));
    }

    private static String page(String next, String... events) {
        return "{\"events\": [%s]%s}"
                .formatted(
                        String.join(",", events),
                        next.isEmpty() ? "" : ", \"nextToken\": \"" + next + "\"");
    }

    private static String entered(int id, String state) {
        return """
        {"id": %d, "previousEventId": %d, "timestamp": 1795000000.5, "type": "TaskStateEntered",
         "stateEnteredEventDetails": {"name": "%s", "input": "{}"}}
        """
                .formatted(id, id - 1, state);
    }

    @Test
    void aHistoryIsReadToItsEnd() {
        service.answers("GetExecutionHistory", 200, page("next", entered(1, "A"), entered(2, "B")))
                .answers("GetExecutionHistory", 200, page("", entered(3, "C")));

        assertThat(executions.history(EXECUTION))
                .extracting(event -> event.at("/stateEnteredEventDetails/name").asString())
                .containsExactly("A", "B", "C");
        assertThat(service.asked().getLast()).contains("\"nextToken\":\"next\"");
    }

    @Test
    void newestEventsAreFetchedAsFarAsSomebodyLooks() {
        service.answers("GetExecutionHistory", 200, page("next", entered(3, "C"), entered(2, "B")))
                .answers("GetExecutionHistory", 200, page("", entered(1, "A")));
        Iterator<ExecutionEvent> events = executions.newestEvents(EXECUTION).iterator();
        events.next();
        events.next();

        assertThat(service.asked()).singleElement().asString().contains("\"reverseOrder\":true");
        assertThat(events.next().state()).isEqualTo("A");
        assertThat(service.asked()).hasSize(2);
    }

    @Test
    void throttlingBetweenTwoPagesLosesNoEvent() {
        service.answers("GetExecutionHistory", 200, page("next", entered(2, "B")))
                .refuses("GetExecutionHistory", 400, "ThrottlingException", "Rate exceeded");
        List<ExecutionEvent> events = new ArrayList<>();

        assertThatThrownBy(() -> executions.newestEvents(EXECUTION).forEach(events::add))
                .isInstanceOf(Transient.class);
    }

    @Test
    void aMapRunIsNamedByItsLabel() {
        String mapRun =
                "arn:aws:states:eu-central-1:123456789012:mapRun:nightjar-scoring/ScoreShards:8d1f";
        service.answers(
                        "ListMapRuns",
                        200,
                        "{\"mapRuns\": [{\"mapRunArn\": \"%s\"}]}".formatted(mapRun))
                .answers(
                        "DescribeMapRun",
                        200,
                        """
                        {"mapRunArn": "%s", "status": "RUNNING", "startDate": 1795000000,
                         "maxConcurrency": 4, "redriveCount": 1,
                         "executionCounts": {"pending": 1, "running": 2, "succeeded": 3,
                           "failed": 4, "timedOut": 5, "aborted": 6, "total": 22,
                           "pendingRedrive": 1}}
                        """
                                .formatted(mapRun));

        DeployedMapRun run = executions.mapRuns(EXECUTION).getFirst();
        assertThat(run.label()).isEqualTo("ScoreShards");
        assertThat(run.executions()).isEqualTo(new DeployedMapRun.Counts(22, 1, 2, 3, 4, 5, 6, 1));
        assertThat(run.redriveCount()).isOne();
    }
}
