package dev.nightjar.local.deployed;

import static java.util.Objects.requireNonNull;

import dev.nightjar.pipeline.json.Json;

import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** What people were told: a queue that is subscribed to the deployment's topics. */
final class Announcements {
    private static final int MOST = 10;

    private final SqsClient queues;
    private final String queue;
    private final List<JsonNode> heard = new ArrayList<>();

    private Announcements(SqsClient queues, String queue) {
        this.queues = requireNonNull(queues, "queues is null");
        this.queue = requireNonNull(queue, "queue is null");
    }

    /** Hears what the topics tell from now on. */
    static Announcements of(Emulator emulator, List<String> topics) {
        SqsClient queues = emulator.client(SqsClient.builder());
        SnsClient notifications = emulator.client(SnsClient.builder());
        String queue = queues.createQueue(request -> request.queueName("announcements")).queueUrl();
        String arn =
                queues.getQueueAttributes(
                                request ->
                                        request.queueUrl(queue)
                                                .attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN);
        for (String topic : topics) {
            notifications.subscribe(
                    request -> request.topicArn(topic).protocol("sqs").endpoint(arn));
        }
        return new Announcements(queues, queue);
    }

    /** Subjects of what was told of the run until now. */
    synchronized List<String> of(String run) {
        receive();
        return heard.stream()
                .map(message -> message.path("Subject").asString(""))
                .filter(subject -> subject.contains(run))
                .toList();
    }

    private void receive() {
        List<Message> messages = messages();
        while (!messages.isEmpty()) {
            for (Message message : messages) {
                heard.add(Json.parse(message.body()));
                queues.deleteMessage(
                        request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
            }
            messages = messages();
        }
    }

    private List<Message> messages() {
        return queues.receiveMessage(
                        request ->
                                request.queueUrl(queue)
                                        .maxNumberOfMessages(MOST)
                                        .waitTimeSeconds(1))
                .messages();
    }
}
