package dev.nightjar.asl.run;

import static dev.nightjar.asl.run.Workbench.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

final class ExecutionHistoryTest {
    private static JsonNode events(String states) throws InterruptedException {
        Execution execution = new Workbench().start("A", states, "{'n': 1}");
        execution.await();
        return ExecutionHistory.of(execution).get("events");
    }

    @Test
    void givesPayloadsAsText() throws Exception {
        JsonNode entered = events("\"A\": {\"Type\": \"Pass\", \"End\": true}").get(1);

        assertThat(entered)
                .hasToString(
                        "{'timestamp':'2026-01-01T00:00:00.000000+00:00','type':'PassStateEntered','id':2,'previousEventId':0,'stateEnteredEventDetails':{'name':'A','input':'{\\'n\\':1}','inputDetails':{'truncated':false}}}"
                                .replace('\'', '"'));
    }

    @Test
    void givesVariablesAsText() throws Exception {
        JsonNode exited =
                events("\"A\": {\"Type\": \"Pass\", \"Assign\": {\"x\": [1]}, \"End\":" + " true}")
                        .get(2)
                        .get("stateExitedEventDetails");

        assertThat(exited.get("assignedVariables")).isEqualTo(json("{'x': '[1]'}"));
    }

    @Test
    void namesResourceAndParametersOfATask() throws Exception {
        JsonNode scheduled =
                events(
                                """
                                "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                                  "Arguments": {"FunctionName": "f"}, "TimeoutSeconds": 9, "End": true,
                                  "Credentials": {"RoleArn": "arn:aws:iam::1:role/r"}}
                                """)
                        .get(2)
                        .get("taskScheduledEventDetails");

        assertThat(scheduled.get("resourceType").stringValue()).isEqualTo("lambda");
        assertThat(scheduled.get("resource").stringValue()).isEqualTo("invoke");
        assertThat(scheduled.get("parameters").stringValue()).isEqualTo("{\"FunctionName\":\"f\"}");
        assertThat(scheduled.get("timeoutInSeconds").asInt()).isEqualTo(9);
        assertThat(scheduled.get("taskCredentials"))
                .isEqualTo(json("{'roleArn': 'arn:aws:iam::1:role/r'}"));
    }

    @Test
    void leavesDetailsOutWhereAwsHasNone() throws Exception {
        JsonNode started =
                events(
                                """
                                "A": {"Type": "Parallel", "End": true, "Branches": [
                                  {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}]}
                                """)
                        .get(2);

        assertThat(started.propertyNames())
                .containsExactly("timestamp", "type", "id", "previousEventId");
    }
}
