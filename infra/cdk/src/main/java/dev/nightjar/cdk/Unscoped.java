package dev.nightjar.cdk;

import static java.util.Objects.requireNonNull;

import io.github.cdklabs.cdknag.NagPackSuppression;

import java.util.List;

/**
 * Rights that cannot be narrowed to a resource: {@link #ALL} of them, each with its reason. A
 * statement with resource {@code *} that is not in this list fails the build. Immutable.
 */
public record Unscoped(List<String> actions, String reason) {
    /** What a traced function or state machine sends to X-Ray. */
    public static final Unscoped TRACES =
            new Unscoped(
                    List.of(
                            "xray:PutTraceSegments",
                            "xray:PutTelemetryRecords",
                            "xray:GetSamplingRules",
                            "xray:GetSamplingTargets"),
                    "X-Ray's actions for sending traces know no resource (Service Authorization"
                            + " Reference, AWS X-Ray), so * is the only one that can be written.");

    /** What a state machine needs to have its logs delivered. */
    public static final Unscoped LOG_DELIVERY =
            new Unscoped(
                    List.of(
                            "logs:CreateLogDelivery",
                            "logs:GetLogDelivery",
                            "logs:UpdateLogDelivery",
                            "logs:DeleteLogDelivery",
                            "logs:ListLogDeliveries",
                            "logs:PutResourcePolicy",
                            "logs:DescribeResourcePolicies",
                            "logs:DescribeLogGroups"),
                    "The actions of log delivery know no resource (Step Functions Developer Guide,"
                            + " Logging in CloudWatch Logs), so * is the only one that can be"
                            + " written.");

    /** All of them. */
    public static final List<Unscoped> ALL = List.of(TRACES, LOG_DELIVERY);

    public Unscoped {
        actions = List.copyOf(actions);
        requireNonNull(reason, "reason is null");
    }

    /** For the construct whose policy holds the statement. */
    public NagPackSuppression suppression() {
        return NagPackSuppression.builder()
                .id("AwsSolutions-IAM5")
                .appliesTo(List.of("Resource::*"))
                .reason(reason)
                .build();
    }
}
