package dev.nightjar.aws.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.aws.client.ScriptedService;
import dev.nightjar.aws.localstack.Clients;
import dev.nightjar.core.error.Transient;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/** Over LocalStack's topics, each with a queue that hears all. */
class TopicNotificationsTest {
    private static SnsClient topics;
    private static SqsClient queues;

    @BeforeAll
    static void connect() {
        topics = Clients.of(SnsClient.builder());
        queues = Clients.of(SqsClient.builder());
    }

    @AfterAll
    static void close() {
        topics.close();
        queues.close();
    }

    /** A topic and the queue that hears it. */
    private record Heard(String topic, String queue) {
        static Heard named(String name) {
            String topic = topics.createTopic(ask -> ask.name(name)).topicArn();
            String queue = queues.createQueue(ask -> ask.queueName(name)).queueUrl();
            String arn =
                    queues.getQueueAttributes(
                                    ask ->
                                            ask.queueUrl(queue)
                                                    .attributeNames(QueueAttributeName.QUEUE_ARN))
                            .attributes()
                            .get(QueueAttributeName.QUEUE_ARN);
            topics.subscribe(ask -> ask.topicArn(topic).protocol("sqs").endpoint(arn));
            return new Heard(topic, queue);
        }

        List<JsonNode> messages(int secondsToWait) {
            return queues
                    .receiveMessage(
                            ask ->
                                    ask.queueUrl(queue)
                                            .maxNumberOfMessages(10)
                                            .waitTimeSeconds(secondsToWait))
                    .messages()
                    .stream()
                    .map(Message::body)
                    .map(Json::parse)
                    .toList();
        }
    }

    @Test
    void theTopicOfTheLevelHearsAndNoOther() {
        Heard high = Heard.named("level-high");
        Heard low = Heard.named("level-low");
        new TopicNotifications(topics, Map.of("high", high.topic(), "low", low.topic()))
                .announce("high", "FAILED loans", Map.of("run", "loans-1"));

        assertThat(high.messages(10)).hasSize(1);
        assertThat(low.messages(0)).isEmpty();
    }

    @Test
    void aMessageIsWhatAPersonReads() {
        Heard low = Heard.named("readable-low");
        new TopicNotifications(topics, Map.of("low", low.topic()))
                .announce("low", "FAILED für loans", Map.of("run", "loans-1"));

        JsonNode message = low.messages(10).getFirst();
        assertThat(message.path("Subject").asString()).isEqualTo("FAILED f?r loans");
        assertThat(message.path("Message").asString())
                .isEqualTo("FAILED für loans\n\nrun  loans-1\n");
    }

    @Test
    void subscriptionsMayFilterByPipelineAndLevel() {
        Heard low = Heard.named("filtered-low");
        new TopicNotifications(topics, Map.of("low", low.topic()))
                .announce("low", "FAILED", Map.of("pipeline", "loans", "cause", "x"));

        JsonNode attributes = low.messages(10).getFirst().path("MessageAttributes");
        assertThat(attributes.at("/pipeline/Value").asString()).isEqualTo("loans");
        assertThat(attributes.at("/level/Value").asString()).isEqualTo("low");
        assertThat(attributes.size()).isEqualTo(2);
    }

    @Test
    void aThrottledTopicPasses() {
        try (ScriptedService sns =
                new ScriptedService()
                        .answers(
                                "Publish",
                                429,
                                "<ErrorResponse><Error><Type>Sender</Type><Code>Throttled</Code>"
                                        + "<Message>Rate exceeded</Message></Error></ErrorResponse>")) {
            TopicNotifications notifications =
                    new TopicNotifications(
                            sns.client(SnsClient.builder()), Map.of("low", "arn:low"));

            assertThatThrownBy(() -> notifications.announce("low", "FAILED", Map.of()))
                    .isInstanceOf(Transient.class);
        }
    }

    @Test
    void aLevelWithoutATopicIsRefused() {
        TopicNotifications notifications = new TopicNotifications(topics, Map.of("low", "arn:low"));

        assertThatThrownBy(() -> notifications.announce("high", "FAILED", Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is no topic for the service level 'high', only for [low]");
    }
}
