package dev.nightjar.cdk.level;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

import java.util.List;

/**
 * Encrypts announcements. A key of our own, because CloudWatch alarms may not use {@code
 * alias/aws/sns} and would be silent (SNS developer guide, "Enabling compatibility between event
 * sources from AWS services and encrypted topics").
 */
final class TopicKey extends Construct {
    private final Key key;

    TopicKey(Construct scope, String id, String name) {
        super(scope, id);
        key =
                Key.Builder.create(this, "Resource")
                        .alias(name + "-topics")
                        .description("Encrypts what " + name + " announces")
                        .enableKeyRotation(true)
                        .pendingWindow(Duration.days(7))
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        key.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .sid("Alarms")
                        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                        .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
                        .resources(List.of("*"))
                        .build());
    }

    Key key() {
        return key;
    }
}
