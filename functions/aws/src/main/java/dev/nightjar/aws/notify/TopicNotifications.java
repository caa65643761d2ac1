package dev.nightjar.aws.notify;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.client.CallFailure;
import dev.nightjar.aws.client.ClientSettings;
import dev.nightjar.core.port.Notifications;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells people over SNS: the topic of a service level gets the message (SNS API reference,
 * "Publish"). Safe for use by multiple threads.
 */
public final class TopicNotifications implements Notifications {
    /** What subscriptions may filter by. */
    private static final List<String> ATTRIBUTES = List.of("pipeline", "run", "class");

    private final SnsClient client;
    private final Map<String, String> topics;

    /**
     * Notifications to topics.
     *
     * @param topics ARNs by service level
     */
    public TopicNotifications(SnsClient client, Map<String, String> topics) {
        this.client = requireNonNull(client, "client is null");
        this.topics = Map.copyOf(topics);
    }

    /** Notifications as the environment, which is the process's, says. */
    public static TopicNotifications connect(
            Map<String, String> topics, Map<String, String> environment) {
        return new TopicNotifications(
                ClientSettings.client(SnsClient.builder(), "SNS", environment), topics);
    }

    @Override
    public void announce(String level, String subject, Map<String, String> detail) {
        String topic = topics.get(level);
        if (topic == null) {
            throw new IllegalStateException(
                    "there is no topic for the service level '"
                            + level
                            + "', only for "
                            + topics.keySet());
        }
        try {
            client.publish(
                    message ->
                            message.topicArn(topic)
                                    .subject(MessageText.subject(subject))
                                    .message(MessageText.body(subject, detail))
                                    .messageAttributes(attributes(level, detail)));
        } catch (SdkException failure) {
            throw CallFailure.of("sns:Publish to " + topic, failure);
        }
    }

    private static Map<String, MessageAttributeValue> attributes(
            String level, Map<String, String> detail) {
        Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("level", attribute(level));
        for (String name : ATTRIBUTES) {
            String value = detail.get(name);
            if (value != null) {
                attributes.put(name, attribute(value));
            }
        }
        return attributes;
    }

    private static MessageAttributeValue attribute(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}
