package dev.nightjar.cdk.level;

import static java.util.Objects.requireNonNull;

import dev.nightjar.cdk.Arns;
import dev.nightjar.core.definition.ServiceLevel;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;

/**
 * One service level: the topic that tells people, and the queue that keeps what could not be
 * delivered, with an alarm as soon as there is something in it.
 */
public final class Level extends Construct {
    private static final double LONGEST_RETENTION_DAYS = 14;

    private final Props props;
    private final Topic topic;
    private final Queue undelivered;

    /**
     * What a level is made of.
     *
     * @param name of the deployment
     * @param key encrypts the topic
     * @param addresses e-mail addresses that are told
     */
    record Props(String name, ServiceLevel level, Key key, List<String> addresses) {
        Props {
            requireNonNull(name, "name is null");
            requireNonNull(level, "level is null");
            requireNonNull(key, "key is null");
            addresses = List.copyOf(addresses);
        }
    }

    Level(Construct scope, String id, Props props) {
        super(scope, id);
        this.props = props;
        topic = announcements();
        undelivered = deadLetters();
        alarm();
        Tags.of(this).add("level", props.level().toString());
    }

    /** Where the level announces. */
    public ITopic topic() {
        return topic;
    }

    /** Where the level keeps what could not be delivered. */
    public IQueue undelivered() {
        return undelivered;
    }

    private Topic announcements() {
        Topic made =
                Topic.Builder.create(this, "Topic")
                        .topicName(props.name() + "-" + props.level())
                        .displayName(props.name() + " " + props.level())
                        .masterKey(props.key())
                        .enforceSsl(true)
                        .build();
        made.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .sid("Alarms")
                        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                        .actions(List.of("sns:Publish"))
                        .resources(List.of(made.getTopicArn()))
                        .conditions(
                                Map.of(
                                        "ArnEquals",
                                        Map.of(
                                                "aws:SourceArn",
                                                Arns.withColon(
                                                        Stack.of(this),
                                                        "cloudwatch",
                                                        "alarm",
                                                        alarmName()))))
                        .build());
        props.addresses().forEach(address -> made.addSubscription(new EmailSubscription(address)));
        return made;
    }

    private Queue deadLetters() {
        Queue made =
                Queue.Builder.create(this, "Undelivered")
                        .queueName(alarmName())
                        .encryption(QueueEncryption.SQS_MANAGED)
                        .enforceSsl(true)
                        .retentionPeriod(Duration.days(LONGEST_RETENTION_DAYS))
                        .build();
        NagSuppressions.addResourceSuppressions(
                made,
                List.of(
                        NagPackSuppression.builder()
                                .id("AwsSolutions-SQS3")
                                .reason(
                                        "This is the dead-letter queue, of schedules, of the rule"
                                                + " on failed executions and of its function;"
                                                + " nothing consumes it, so nothing can fail to.")
                                .build()));
        return made;
    }

    /** At once: one message is one slot that did not start, or one failure without a record. */
    private void alarm() {
        Alarm.Builder.create(this, "UndeliveredAlarm")
                .alarmName(alarmName())
                .alarmDescription(
                        "A slot could not be started, or a failure could not be recorded: see the"
                                + " messages of the queue with this name")
                .metric(
                        undelivered.metricApproximateNumberOfMessagesVisible(
                                MetricOptions.builder()
                                        .period(Duration.minutes(1))
                                        .statistic("Maximum")
                                        .build()))
                .threshold(1)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build()
                .addAlarmAction(new SnsAction(topic));
    }

    private String alarmName() {
        return props.name() + "-" + props.level() + "-undelivered";
    }
}
