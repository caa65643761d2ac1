package dev.nightjar.cdk.failure;

import dev.nightjar.cdk.machine.AslStateMachine;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

import java.util.Map;
import java.util.TreeMap;

/**
 * Shows that executions of a machine did not succeed. It has no action: RecordFailure has told
 * people already, once an incident and by the pipeline's own level, which a metric of the machine
 * does not know.
 */
public final class UnsuccessfulAlarm extends Construct {
    private static final Duration PERIOD = Duration.minutes(5);

    /** Makes the alarm of a machine. */
    public UnsuccessfulAlarm(Construct scope, String id, AslStateMachine machine) {
        super(scope, id);
        Alarm.Builder.create(this, "Resource")
                .alarmName(machine.name() + "-unsuccessful")
                .alarmDescription(
                        "Executions failed, timed out or were aborted. People were told by"
                                + " RecordFailure; this shows it in the console")
                .metric(
                        MathExpression.Builder.create()
                                .label("unsuccessful executions")
                                .expression("failed + timedOut + aborted")
                                .usingMetrics(
                                        new TreeMap<>(
                                                Map.of(
                                                        "failed",
                                                        metric(machine, "ExecutionsFailed"),
                                                        "timedOut",
                                                        metric(machine, "ExecutionsTimedOut"),
                                                        "aborted",
                                                        metric(machine, "ExecutionsAborted"))))
                                .period(PERIOD)
                                .build())
                .threshold(1)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
    }

    private static IMetric metric(AslStateMachine machine, String name) {
        return Metric.Builder.create()
                .namespace("AWS/States")
                .metricName(name)
                .dimensionsMap(Map.of("StateMachineArn", machine.arn()))
                .statistic("Sum")
                .period(PERIOD)
                .build();
    }
}
