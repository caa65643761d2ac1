package dev.nightjar.cdk;

import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.IBucket;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The keys that everything depends on, and that nobody writes without saying what was there before:
 * {@code If-None-Match: *} or {@code If-Match}. Held by the bucket itself, so also against a
 * person's {@code aws s3 cp} and against a faulty version of our own code. (Amazon S3 User Guide,
 * "Enforce conditional writes on Amazon S3 buckets".) They are written in one request: an upload in
 * parts begins without a condition, and is refused too.
 */
final class GuardedKeys {
    /** As IAM reads patterns: {@code *} stands for any text, slashes included. */
    static final List<String> PATTERNS =
            List.of(
                    "*/serving.json",
                    "*/journal/*.json",
                    "*/slots/*/*/*.json",
                    "*/batches/*/*/receipts/*.json",
                    "*/batches/*/*/manifest.json",
                    "*/runs/*/outcome.json",
                    "*/results/slot=*/symlink.txt");

    private GuardedKeys() {}

    static PolicyStatement refusal(IBucket bucket) {
        return PolicyStatement.Builder.create()
                .sid("RefuseUnconditionalWrites")
                .effect(Effect.DENY)
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("s3:PutObject"))
                .resources(PATTERNS.stream().map(bucket::arnForObjects).toList())
                .conditions(
                        Map.of(
                                "Null",
                                new TreeMap<>(
                                        Map.of("s3:if-match", "true", "s3:if-none-match", "true"))))
                .build();
    }
}
