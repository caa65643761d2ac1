package dev.nightjar.cdk.level;

import static dev.nightjar.cdk.Resources.spelled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.cdk.Night;
import dev.nightjar.cdk.Pipelines;
import dev.nightjar.cdk.Resources;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.ServiceLevel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

final class LevelTest {
    private final Resources night = Night.resources();

    @Test
    void thereIsOneTopicALevel() {
        assertThat(night.all("AWS::SNS::Topic"))
                .extracting(topic -> topic.path("TopicName").asString())
                .containsExactlyInAnyOrder("nightjar-high", "nightjar-low");
    }

    @ParameterizedTest
    @ValueSource(strings = {"high", "low"})
    void topicsAreEncryptedWithAKeyThatAlarmsMayUse(String level) {
        JsonNode key = night.referred(topic(level).path("KmsMasterKeyId"));
        assertThat(
                        elements(key.at("/Properties/KeyPolicy/Statement")).stream()
                                .filter(each -> each.path("Sid").asString("").equals("Alarms")))
                .singleElement()
                .satisfies(
                        alarms ->
                                assertThat(alarms.at("/Principal/Service").asString())
                                        .isEqualTo("cloudwatch.amazonaws.com"));
    }

    @Test
    void topicsAndQueuesRefuseWhatIsNotEncryptedOnItsWay() {
        List<JsonNode> policies = new ArrayList<>(night.all("AWS::SNS::TopicPolicy"));
        policies.addAll(night.all("AWS::SQS::QueuePolicy"));
        assertThat(policies)
                .hasSize(4)
                .allSatisfy(
                        policy ->
                                assertThat(policy.toString())
                                        .contains(
                                                "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}},"
                                                        + "\"Effect\":\"Deny\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"high", "low"})
    void queuesAreEncrypted(String level) {
        assertThat(queue(level).path("SqsManagedSseEnabled").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"high", "low"})
    void queuesKeepMessagesForTwoWeeks(String level) {
        assertThat(queue(level).path("MessageRetentionPeriod").asInt()).isEqualTo(14 * 86_400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"high", "low"})
    void oneMessageInTheQueueAlarmsAtOnce(String level) {
        JsonNode alarm = alarm(level);
        assertThat(
                        List.of(
                                alarm.path("MetricName").asString(),
                                alarm.path("Threshold").asInt(),
                                alarm.path("EvaluationPeriods").asInt(),
                                alarm.path("Period").asInt()))
                .isEqualTo(List.of("ApproximateNumberOfMessagesVisible", 1, 1, 60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"high", "low"})
    void theAlarmWatchesTheQueueOfItsLevel(String level) {
        assertThat(
                        night.referred(alarm(level).at("/Dimensions/0/Value"))
                                .at("/Properties/QueueName")
                                .asString())
                .isEqualTo("nightjar-" + level + "-undelivered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"high", "low"})
    void theAlarmTellsTheTopicOfItsLevel(String level) {
        assertThat(
                        night.referred(alarm(level).at("/AlarmActions/0"))
                                .at("/Properties/TopicName")
                                .asString())
                .isEqualTo("nightjar-" + level);
    }

    @Test
    void onlyTheQueueOfHighAlarmsHigh() {
        assertThat(night.all("AWS::CloudWatch::Alarm"))
                .filteredOn(alarm -> alarm.path("AlarmActions").toString().contains("High"))
                .extracting(alarm -> alarm.path("AlarmName").asString())
                .containsExactly("nightjar-high-undelivered");
    }

    @Test
    void eachAddressHearsOfItsPipelinesLevel() {
        assertThat(night.all("AWS::SNS::Subscription"))
                .extracting(
                        each ->
                                spelled(each.path("TopicArn"))
                                        + " "
                                        + each.path("Protocol").asString()
                                        + " "
                                        + each.path("Endpoint").asString())
                .containsExactlyInAnyOrder(
                        "${LevelsHighTopic} email operations@example.com",
                        "${LevelsHighTopic} email rents@example.com",
                        "${LevelsHighTopic} email risk-oncall@example.com",
                        "${LevelsLowTopic} email rents@example.com");
    }

    @Test
    void theLevelIsATag() {
        assertThat(topic("high").path("Tags").toString())
                .contains("{\"Key\":\"level\",\"Value\":\"high\"}");
    }

    @Test
    void highNeedsSomebodyToTell() {
        assertThat(Addresses.problems(service("level: high")))
                .containsExactly(
                        "p: the service level of serve is high, but service.alert names nobody"
                                + " to tell");
    }

    @Test
    void onePhaseOfLevelHighNeedsSomebodyToTell() {
        assertThat(Addresses.problems(service("level: low, serve: high")))
                .containsExactly(
                        "p: the service level of serve is high, but service.alert names nobody"
                                + " to tell");
    }

    @Test
    void whoIsToldOfSeveralLevelsIsToldByTheTopicOfEach() {
        for (ServiceLevel level : ServiceLevel.values()) {
            assertThat(Addresses.of(List.of(Pipelines.RENTS), level))
                    .containsExactly("rents@example.com");
        }
    }

    @Test
    void thePhaseThatAPipelineHasNotNeedsNobodyToTell() {
        assertThat(Addresses.problems(service("level: low, train: high"))).isEmpty();
    }

    @Test
    void lowNeedsNobodyToTell() {
        assertThat(Addresses.problems(service("level: low"))).isEmpty();
    }

    @Test
    void anAddressIsAnEMailAddress() {
        assertThat(Addresses.problems(service("level: low, alert: the cook")))
                .containsExactly("p: service.alert 'the cook' is no e-mail address");
    }

    private static Definition service(String service) {
        return Pipelines.of(
                """
                pipeline: p
                owner: o@example.com
                columns: { x: { type: decimal }, y: { role: label, type: boolean } }
                scoring:
                  source: { path: "*.csv" }
                  schedule: { cron: "0 1 * * ? *", timezone: UTC }
                service: { %s }
                """
                        .formatted(service));
    }

    private JsonNode topic(String level) {
        return night.one("AWS::SNS::Topic", "TopicName", "nightjar-" + level);
    }

    private JsonNode queue(String level) {
        return night.one("AWS::SQS::Queue", "QueueName", "nightjar-" + level + "-undelivered");
    }

    private JsonNode alarm(String level) {
        return night.one(
                "AWS::CloudWatch::Alarm", "AlarmName", "nightjar-" + level + "-undelivered");
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
