package dev.nightjar.cdk.failure;

import static dev.nightjar.cdk.Resources.spelled;
import static dev.nightjar.cdk.Resources.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.cdk.Night;
import dev.nightjar.cdk.Resources;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

final class FailureRuleTest {
    private final Resources night = Night.resources();
    private final JsonNode rule = night.one("AWS::Events::Rule", "Name", "nightjar-failures");
    private final JsonNode target = rule.at("/Targets/0");

    @Test
    void matchesExecutionsThatEndedBadly() {
        assertThat(texts(rule.at("/EventPattern/detail/status")))
                .containsExactly("FAILED", "TIMED_OUT", "ABORTED");
    }

    @Test
    void matchesEventsOfStepFunctions() {
        assertThat(
                        spelled(rule.at("/EventPattern/source/0"))
                                + ": "
                                + spelled(rule.at("/EventPattern/detail-type/0")))
                .isEqualTo("aws.states: Step Functions Execution Status Change");
    }

    @Test
    void matchesBothMachinesAndNoChild() {
        assertThat(texts(rule.at("/EventPattern/detail/stateMachineArn")))
                .containsExactlyInAnyOrder("${NighttrainingMachine}", "${NightscoringMachine}");
    }

    @Test
    void callsAVersionOfRecordFailure() {
        assertThat(spelled(night.referred(target.path("Arn")).at("/Properties/FunctionName")))
                .isEqualTo("${RecordFailureFunction}");
    }

    @Test
    void givesTheEventWhole() {
        assertThat(target.has("Input") || target.has("InputPath") || target.has("InputTransformer"))
                .isFalse();
    }

    @Test
    void isTriedForADay() {
        assertThat(target.at("/RetryPolicy/MaximumEventAgeInSeconds").asInt()).isEqualTo(86_400);
    }

    @Test
    void whatCannotBeDeliveredIsKept() {
        assertThat(spelled(target.at("/DeadLetterConfig/Arn")))
                .isEqualTo("${LevelsHighUndelivered.Arn}");
    }

    @Test
    void whatCannotBeRecordedIsKept() {
        assertThat(night.all("AWS::Lambda::EventInvokeConfig"))
                .singleElement()
                .satisfies(
                        config ->
                                assertThat(
                                                spelled(
                                                        config.at(
                                                                "/DestinationConfig/OnFailure/Destination")))
                                        .isEqualTo("${LevelsHighUndelivered.Arn}"));
    }

    @Test
    void onlyThisRuleMayCallTheVersion() {
        assertThat(night.all("AWS::Lambda::Permission"))
                .singleElement()
                .satisfies(
                        permission ->
                                assertThat(permission.at("/SourceArn/Fn::GetAtt/0").asString())
                                        .startsWith("NightFailuresRule"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void theAlarmCountsEveryBadEnd(String machine) {
        assertThat(alarm(machine).path("Metrics").toString())
                .contains("ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void theAlarmDoesNotTellPeopleASecondTime(String machine) {
        assertThat(alarm(machine).has("AlarmActions")).isFalse();
    }

    private JsonNode alarm(String machine) {
        return night.one(
                "AWS::CloudWatch::Alarm", "AlarmName", "nightjar-" + machine + "-unsuccessful");
    }
}
