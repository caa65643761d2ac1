package dev.nightjar.aws.states;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.aws.localstack.Clients;
import dev.nightjar.core.port.ExecutionEvent;
import dev.nightjar.core.port.Executions.State;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sfn.SfnClient;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Over LocalStack's Step Functions. */
class DeployedExecutionsTest {
    private static final String ROLE = "arn:aws:iam::000000000000:role/states";

    private static SfnClient client;
    private static DeployedExecutions executions;

    /** One that failed in its second state. */
    private static String failed;

    @BeforeAll
    static void runMachine() {
        client = Clients.of(SfnClient.builder());
        executions = new DeployedExecutions(client);
        String machine =
                machine(
                        "failing-scoring",
                        """
                        {"QueryLanguage": "JSONata", "StartAt": "First", "States": {
                          "First": {"Type": "Pass", "Output": {"a": 1}, "Next": "Second"},
                          "Second": {"Type": "Fail", "Error": "Broken", "Cause": "on purpose"}}}
                        """);
        failed = executions.start(machine, "one", "{\"pipeline\":\"loans\"}");
        await(failed);
    }

    @AfterAll
    static void close() {
        executions.close();
    }

    private static String machine(String name, String definition) {
        return client.createStateMachine(ask -> ask.name(name).definition(definition).roleArn(ROLE))
                .stateMachineArn();
    }

    /** LocalStack tells of an execution's end nowhere but here. */
    private static void await(String execution) {
        while (executions.state(execution) == State.RUNNING) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Test
    void anExecutionThatEndedIsDescribed() {
        DeployedExecution found = executions.find(failed).orElseThrow();
        assertThat(found.status()).isEqualTo(DeployedExecution.Status.FAILED);
        assertThat(found.name()).isEqualTo("one");
        assertThat(found.error()).isEqualTo("Broken");
        assertThat(found.cause()).isEqualTo("on purpose");
        assertThat(found.input()).isEqualTo("{\"pipeline\":\"loans\"}");
        assertThat(found.output()).isNull();
        assertThat(found.redriveCount()).isZero();
        assertThat(found.stoppedAt()).isAfterOrEqualTo(found.startedAt());
    }

    @Test
    void anExecutionThatEndedIsNotRunning() {
        assertThat(executions.state(failed)).isEqualTo(State.ENDED);
    }

    @Test
    void anExecutionThatWaitsIsRunning() {
        String machine =
                machine(
                        "waiting-scoring",
                        """
                        {"StartAt": "Wait", "States": {
                          "Wait": {"Type": "Wait", "Seconds": 600, "End": true}}}
                        """);
        String waiting = executions.start(machine, "one", "{}");
        assertThat(executions.state(waiting)).isEqualTo(State.RUNNING);
        client.stopExecution(ask -> ask.executionArn(waiting));
    }

    @Test
    void anExecutionThatNeverWasIsUnknown() {
        assertThat(executions.state(failed + "x")).isEqualTo(State.UNKNOWN);
    }

    @Test
    void whatIsNoArnIsUnknown() {
        assertThat(executions.state("here")).isEqualTo(State.UNKNOWN);
    }

    @Test
    void aHistoryIsAsTheCommandLineOfAwsPrintsIt() {
        List<JsonNode> events = executions.history(failed);
        assertThat(events)
                .extracting(event -> event.path("type").asString())
                .containsExactly(
                        "ExecutionStarted",
                        "PassStateEntered",
                        "PassStateExited",
                        "FailStateEntered",
                        "ExecutionFailed");
        JsonNode entered = events.get(1);
        assertThat(entered.path("id").asLong()).isEqualTo(2);
        assertThat(entered.at("/stateEnteredEventDetails/name").asString()).isEqualTo("First");
        assertThat(entered.at("/stateEnteredEventDetails/input").asString())
                .isEqualTo("{\"pipeline\":\"loans\"}");
        assertThat(entered.path("timestamp").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00");
        assertThat(entered.properties()).hasSize(5);
    }

    @Test
    void newestEventsComeFirst() {
        List<ExecutionEvent> events = new ArrayList<>();
        executions.newestEvents(failed).forEach(events::add);
        assertThat(events)
                .extracting(ExecutionEvent::type)
                .containsExactly(
                        "ExecutionFailed",
                        "FailStateEntered",
                        "PassStateExited",
                        "PassStateEntered",
                        "ExecutionStarted");
        assertThat(events)
                .extracting(ExecutionEvent::state)
                .containsExactly(null, "Second", "First", "First", null);
    }

    @Test
    void nothingHappenedInAnExecutionThatNeverWas() {
        assertThat(executions.newestEvents(failed + "x")).isEmpty();
        assertThat(executions.history(failed + "x")).isEmpty();
        assertThat(executions.mapRuns(failed + "x")).isEmpty();
    }

    @Test
    void theRunsOfDistributedMapsAreListed() {
        String machine =
                machine(
                        "mapping-scoring",
                        """
                        {"StartAt": "Shards", "States": {
                          "Shards": {"Type": "Map", "Label": "Shards", "End": true,
                            "MaxConcurrency": 2,
                            "ItemProcessor": {
                              "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                              "StartAt": "Shard",
                              "States": {"Shard": {"Type": "Pass", "End": true}}}}}}
                        """);
        String execution = executions.start(machine, "one", "[1, 2, 3]");
        await(execution);

        DeployedMapRun run = executions.mapRuns(execution).getFirst();
        assertThat(run.status()).isEqualTo("SUCCEEDED");
        assertThat(run.maxConcurrency()).isEqualTo(2);
        assertThat(run.executions().total()).isEqualTo(3);
        assertThat(run.executions().succeeded()).isEqualTo(3);
    }

    @Test
    void theSameStartAgainStartsNothing() {
        String machine =
                machine(
                        "repeated-scoring",
                        """
                        {"StartAt": "Wait", "States": {
                          "Wait": {"Type": "Wait", "Seconds": 600, "End": true}}}
                        """);
        String first = executions.start(machine, "one", "{}");
        assertThat(Set.of(first)).contains(executions.start(machine, "one", "{}"));
        client.stopExecution(ask -> ask.executionArn(first));
    }
}
