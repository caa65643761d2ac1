package dev.nightjar.cdk;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.kms.KeySpec;
import software.amazon.awscdk.services.kms.KeyUsage;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;

/**
 * The key that signs bundles. The account may administer it and read its public half; signing is
 * granted to roles by name in the key's own policy, so no right of the account alone can sign. It
 * stays when the stack goes: without it nobody can check what it signed.
 */
final class SigningKey extends Construct {
    private static final List<String> ADMINISTRATION =
            List.of(
                    "kms:DescribeKey",
                    "kms:GetKeyPolicy",
                    "kms:GetKeyRotationStatus",
                    "kms:GetPublicKey",
                    "kms:ListGrants",
                    "kms:ListKeyPolicies",
                    "kms:ListResourceTags",
                    "kms:Verify",
                    "kms:CancelKeyDeletion",
                    "kms:CreateAlias",
                    "kms:DeleteAlias",
                    "kms:DisableKey",
                    "kms:EnableKey",
                    "kms:PutKeyPolicy",
                    "kms:RevokeGrant",
                    "kms:ScheduleKeyDeletion",
                    "kms:TagResource",
                    "kms:UntagResource",
                    "kms:UpdateAlias",
                    "kms:UpdateKeyDescription");

    private final Key key;

    SigningKey(Construct scope, String id, String name) {
        super(scope, id);
        key =
                Key.Builder.create(this, "Key")
                        .description("Signs the model bundles of " + name)
                        .alias("alias/" + name + "-signing")
                        .keySpec(KeySpec.ECC_NIST_P256)
                        .keyUsage(KeyUsage.SIGN_VERIFY)
                        .policy(policy())
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build();
    }

    String arn() {
        return key.getKeyArn();
    }

    /** Lets the role sign, as far as the key has a say; the role's own policy says it too. */
    void letSign(IRole role) {
        key.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .sid("Sign")
                        .principals(List.of(new AccountRootPrincipal()))
                        .actions(List.of("kms:Sign"))
                        .resources(List.of("*"))
                        // Not the role as principal: a policy that names a role which was made a
                        // moment ago is refused now and then, and one that was removed stays in it
                        // as an id that nobody can read.
                        .conditions(
                                Map.of("ArnEquals", Map.of("aws:PrincipalArn", role.getRoleArn())))
                        .build());
    }

    /** In a key's policy, {@code *} is the key itself. */
    private static PolicyDocument policy() {
        return PolicyDocument.Builder.create()
                .statements(
                        List.of(
                                PolicyStatement.Builder.create()
                                        .sid("Administer")
                                        .principals(List.of(new AccountRootPrincipal()))
                                        .actions(ADMINISTRATION)
                                        .resources(List.of("*"))
                                        .build()))
                .build();
    }
}
