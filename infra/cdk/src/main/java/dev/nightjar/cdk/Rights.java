package dev.nightjar.cdk;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.ServiceLevel;
import dev.nightjar.pipeline.functions.FunctionEntry;
import dev.nightjar.pipeline.functions.FunctionUse;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sns.ITopic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What an entry of {@code functions.yaml} may do, as statements of its role's policy. The file's
 * patterns become IAM's.
 *
 * @param store the bucket
 * @param data further data roots
 * @param signingKey ARN of the key that signs
 * @param trustedKeys ARNs of all keys whose signatures count
 * @param topics by level
 * @param machines names of the state machines
 */
record Rights(
        IBucket store,
        List<DataRoot> data,
        String signingKey,
        List<String> trustedKeys,
        Map<ServiceLevel, ITopic> topics,
        List<String> machines) {
    /** The folder of the store's bucket that pipelines' data is in unless they say otherwise. */
    static final String DATA = "data/";

    Rights {
        requireNonNull(store, "store is null");
        data = List.copyOf(data);
        requireNonNull(signingKey, "signingKey is null");
        trustedKeys = List.copyOf(trustedKeys);
        topics = Map.copyOf(topics);
        machines = List.copyOf(machines);
    }

    /** The statements of one function, without its logs and traces. */
    List<PolicyStatement> of(FunctionEntry entry) {
        List<PolicyStatement> statements = new ArrayList<>();
        addKeys(statements, entry);
        for (FunctionUse use : new TreeSet<>(entry.uses())) {
            switch (use) {
                case DATA -> addData(statements);
                case SIGNING_KEY ->
                        statements.add(allow("Sign", List.of("kms:Sign"), List.of(signingKey)));
                case TRUSTED_KEYS ->
                        statements.add(allow("ReadKeys", List.of("kms:GetPublicKey"), trustedKeys));
                case EXECUTIONS -> statements.add(executions());
                case TOPICS -> addTopics(statements);
            }
        }
        return statements;
    }

    private void addKeys(List<PolicyStatement> statements, FunctionEntry entry) {
        // A conditional write whose answer was lost is recognised by reading what stands there.
        List<String> read = patterns(entry, "read", "create", "replace");
        addIfAny(statements, "ReadStore", "s3:GetObject", objects(read));
        // Whoever may list a key is told that it is absent, everybody else that it is forbidden:
        // the prefix that S3 then asks about is the key itself.
        List<String> listed = patterns(entry, "list", "read", "create", "replace");
        if (!listed.isEmpty()) {
            statements.add(listing("ListStore", store.getBucketArn(), listed));
        }
        addConditional(statements, "CreateInStore", patterns(entry, "create"), "s3:if-none-match");
        addConditional(statements, "ReplaceInStore", patterns(entry, "replace"), "s3:if-match");
        addIfAny(statements, "PutInStore", "s3:PutObject", objects(patterns(entry, "put")));
        if (statements.stream().anyMatch(Rights::writes)) {
            // A pattern's first * is a pipeline, and IAM's * would also be a folder of data.
            statements.add(keepOutOfData());
        }
    }

    private void addConditional(
            List<PolicyStatement> statements, String sid, List<String> patterns, String condition) {
        if (!patterns.isEmpty()) {
            PolicyStatement statement = allow(sid, List.of("s3:PutObject"), objects(patterns));
            statement.addCondition("Null", Map.of(condition, "false"));
            statements.add(statement);
        }
    }

    private void addData(List<PolicyStatement> statements) {
        List<String> objects = new ArrayList<>(List.of(store.arnForObjects(DATA + "*")));
        statements.add(listing("ListData", store.getBucketArn(), List.of(DATA + "*")));
        for (int i = 0; i < data.size(); i++) {
            DataRoot root = data.get(i);
            String bucket = bucketArn(root.bucket());
            objects.add(bucket + "/" + root.prefix() + "*");
            statements.add(listing("ListData" + (i + 1), bucket, List.of(root.prefix() + "*")));
        }
        statements.add(allow("ReadData", List.of("s3:GetObject"), objects));
    }

    private void addTopics(List<PolicyStatement> statements) {
        List<String> arns = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (ServiceLevel level : ServiceLevel.values()) {
            ITopic topic = requireNonNull(topics.get(level), "no topic of a level");
            arns.add(topic.getTopicArn());
            if (topic.getMasterKey() != null) {
                keys.add(topic.getMasterKey().getKeyArn());
            }
        }
        statements.add(allow("Announce", List.of("sns:Publish"), arns));
        addIfAny(statements, "EncryptAnnouncements", "kms:GenerateDataKey", keys);
        addIfAny(statements, "ReadAnnouncementKey", "kms:Decrypt", keys);
    }

    private PolicyStatement executions() {
        return allow(
                "AskExecutions",
                List.of("states:DescribeExecution", "states:GetExecutionHistory"),
                machines.stream().map(this::executionsOf).toList());
    }

    private String executionsOf(String machine) {
        return Stack.of(store)
                .formatArn(
                        ArnComponents.builder()
                                .service("states")
                                .resource("execution")
                                .resourceName(machine + ":*")
                                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                                .build());
    }

    private String bucketArn(String bucket) {
        return Stack.of(store)
                .formatArn(
                        ArnComponents.builder()
                                .service("s3")
                                .region("")
                                .account("")
                                .resource(bucket)
                                .arnFormat(ArnFormat.NO_RESOURCE_NAME)
                                .build());
    }

    private List<String> objects(List<String> patterns) {
        return patterns.stream().map(store::arnForObjects).toList();
    }

    private static List<String> patterns(FunctionEntry entry, String... verbs) {
        List<String> patterns = new ArrayList<>();
        for (String verb : verbs) {
            patterns.addAll(entry.keys().getOrDefault(verb, List.of()));
        }
        return KeyPatterns.of(patterns);
    }

    private PolicyStatement keepOutOfData() {
        return PolicyStatement.Builder.create()
                .sid("KeepOutOfData")
                .effect(Effect.DENY)
                .actions(List.of("s3:PutObject"))
                .resources(List.of(store.arnForObjects(DATA + "*")))
                .build();
    }

    private static boolean writes(PolicyStatement statement) {
        return statement.getActions().contains("s3:PutObject");
    }

    private static void addIfAny(
            List<PolicyStatement> statements, String sid, String action, List<String> resources) {
        if (!resources.isEmpty()) {
            statements.add(allow(sid, List.of(action), resources));
        }
    }

    private static PolicyStatement listing(String sid, String bucketArn, List<String> prefixes) {
        PolicyStatement statement = allow(sid, List.of("s3:ListBucket"), List.of(bucketArn));
        statement.addCondition("StringLike", Map.of("s3:prefix", prefixes));
        return statement;
    }

    private static PolicyStatement allow(String sid, List<String> actions, List<String> resources) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .actions(actions)
                .resources(resources.stream().distinct().toList())
                .build();
    }
}
