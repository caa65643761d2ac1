package dev.nightjar.cdk.schedule;

import static dev.nightjar.cdk.Resources.spelled;
import static dev.nightjar.cdk.Resources.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.cdk.Night;
import dev.nightjar.cdk.Pipelines;
import dev.nightjar.cdk.Resources;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.pipeline.json.DefinitionDigest;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

final class SchedulesTest {
    private final Resources night = Night.resources();

    @Test
    void thereIsOneAPipelineAndMachine() {
        assertThat(night.all("AWS::Scheduler::Schedule"))
                .extracting(schedule -> schedule.path("Name").asString())
                .containsExactlyInAnyOrder(
                        "birds-scoring",
                        "city-rents-scoring",
                        "city-rents-training",
                        "loans-scoring",
                        "loans-training");
    }

    @Test
    void allAreInOneGroup() {
        assertThat(night.all("AWS::Scheduler::Schedule"))
                .allSatisfy(
                        schedule ->
                                assertThat(
                                                night.referred(schedule.path("GroupName"))
                                                        .at("/Properties/Name")
                                                        .asString())
                                        .isEqualTo("nightjar"));
    }

    @ParameterizedTest
    @CsvSource({
        "loans-training,       cron(0 2 ? * MON *), Europe/Berlin",
        "loans-scoring,        cron(0 4 * * ? *),   Europe/Berlin",
        "city-rents-training,  rate(5 days),        UTC",
        "city-rents-scoring,   cron(15 * * * ? *),  America/New_York",
    })
    void firesAsThePipelineFileSays(String name, String expression, String zone) {
        JsonNode schedule = schedule(name);
        assertThat(schedule.path("ScheduleExpression").asString()).isEqualTo(expression);
        assertThat(schedule.path("ScheduleExpressionTimezone").asString()).isEqualTo(zone);
    }

    @Test
    void aRateGoesOnFromItsNextFiring() {
        assertThat(schedule("city-rents-training").path("StartDate").asString())
                .isEqualTo("2027-01-11T00:00:00Z");
    }

    @Test
    void aCronHasNoStart() {
        assertThat(schedule("loans-scoring").has("StartDate")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"loans-training, ENABLED", "city-rents-scoring, DISABLED"})
    void aPausedScheduleIsDisabled(String name, String state) {
        assertThat(schedule(name).path("State").asString()).isEqualTo(state);
    }

    @Test
    void noneIsFlexible() {
        assertThat(night.all("AWS::Scheduler::Schedule"))
                .allSatisfy(
                        schedule ->
                                assertThat(schedule.at("/FlexibleTimeWindow/Mode").asString())
                                        .isEqualTo("OFF"));
    }

    @ParameterizedTest
    @CsvSource({"loans-training, training", "loans-scoring, scoring", "birds-scoring, scoring"})
    void startsItsMachine(String name, String machine) {
        assertThat(
                        night.referred(schedule(name).at("/Target/Arn"))
                                .at("/Properties/StateMachineName")
                                .asString())
                .isEqualTo("nightjar-" + machine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loans-training", "loans-scoring"})
    void sendsTheDefinitionThatRunsHere(String name) {
        Definition sent = Json.read(input(name).required("definition"), Definition.class);
        assertThat(DefinitionDigest.of(sent)).isEqualTo(DefinitionDigest.of(Pipelines.LOANS));
    }

    @Test
    void sendsWhatTheSchedulerReplaces() {
        JsonNode input = input("loans-scoring");
        assertThat(
                        input.path("slot").asString()
                                + " "
                                + input.path("schedulerExecution").asString())
                .isEqualTo("<aws.scheduler.scheduled-time> <aws.scheduler.execution-id>");
    }

    @Test
    void readsFromTheStoresBucket() {
        assertThat(input("loans-scoring").at("/definition/data").asString())
                .isEqualTo("s3://${Store}/data/loans/");
    }

    @ParameterizedTest
    @CsvSource({
        "loans-scoring,       7200",
        "loans-training,      86400",
        "birds-scoring,       14400",
        "city-rents-scoring,  3600",
        "city-rents-training, 86400",
    })
    void isTriedNoLongerThanItsDeadline(String name, int seconds) {
        assertThat(schedule(name).at("/Target/RetryPolicy/MaximumEventAgeInSeconds").asInt())
                .isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "loans-scoring, 185",
        "birds-scoring, 3",
        "city-rents-training, 3",
        "city-rents-scoring, 185",
    })
    void isTriedAsOftenAsThePhasesLevelSays(String name, int attempts) {
        assertThat(schedule(name).at("/Target/RetryPolicy/MaximumRetryAttempts").asInt())
                .isEqualTo(attempts);
    }

    @ParameterizedTest
    @CsvSource({
        "loans-scoring, high",
        "birds-scoring, low",
        "city-rents-training, low",
        "city-rents-scoring, high",
    })
    void whatCannotBeStartedIsKeptByThePhasesLevel(String name, String level) {
        assertThat(
                        night.referred(schedule(name).at("/Target/DeadLetterConfig/Arn"))
                                .at("/Properties/QueueName")
                                .asString())
                .isEqualTo("nightjar-" + level + "-undelivered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void theRoleStartsThisMachineAndKeepsWhatFails(String machine) {
        assertThat(rights(machine))
                .isEqualTo(
                        new TreeMap<>(
                                Map.of(
                                        "sqs:SendMessage",
                                        Set.of(
                                                "${LevelsHighUndelivered.Arn}",
                                                "${LevelsLowUndelivered.Arn}"),
                                        "states:StartExecution",
                                        Set.of("${Night" + machine + "Machine}"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void onlyTheGroupTakesTheRole(String machine) {
        assertThat(
                        spelled(
                                role(machine)
                                        .at(
                                                "/AssumeRolePolicyDocument/Statement/0/Condition"
                                                        + "/StringEquals/aws:SourceArn")))
                .isEqualTo(
                        "arn:${AWS::Partition}:scheduler:${AWS::Region}:${AWS::AccountId}"
                                + ":schedule-group/nightjar");
    }

    private JsonNode schedule(String name) {
        return night.one("AWS::Scheduler::Schedule", "Name", name);
    }

    private JsonNode input(String name) {
        return Json.parse(spelled(schedule(name).at("/Target/Input")));
    }

    private JsonNode role(String machine) {
        return night.referred(schedule("loans-" + machine).at("/Target/RoleArn"))
                .path("Properties");
    }

    private Map<String, Set<String>> rights(String machine) {
        Map<String, Set<String>> rights = new TreeMap<>();
        for (JsonNode statement : role(machine).at("/Policies/0/PolicyDocument/Statement")) {
            rights.put(
                    spelled(statement.path("Action")),
                    new TreeSet<>(texts(statement.path("Resource"))));
        }
        return rights;
    }
}
