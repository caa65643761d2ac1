package dev.nightjar.local.plan;

import dev.nightjar.pipeline.functions.FunctionEntry;
import dev.nightjar.pipeline.functions.FunctionUse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What one function may do, beside writing its own log and traces.
 *
 * @param memory in megabytes
 * @param timeout in seconds
 */
public record FunctionRights(
        String function, String archive, int memory, long timeout, List<Right> rights) {
    /**
     * One right.
     *
     * @param what it is for, in words
     * @param actions of IAM
     * @param on key patterns of the store, or what else is meant
     */
    public record Right(String what, List<String> actions, List<String> on) {
        public Right {
            actions = List.copyOf(actions);
            on = List.copyOf(on);
        }

        /** Whether it is over keys of the store, as functions.yaml has them. */
        public boolean ofKeys() {
            return VERBS.values().stream().anyMatch(verb -> verb.what().equals(what));
        }

        /** {@code create}: its first word. */
        public String verb() {
            return what.split("\\W", 2)[0];
        }
    }

    private static final Map<String, Right> VERBS =
            Map.of(
                    "list", right("find", "s3:ListBucket"),
                    "read", right("read", "s3:GetObject"),
                    "create", right("create, never replace", "s3:PutObject"),
                    "replace", right("replace what was read", "s3:PutObject"),
                    "put", right("write", "s3:PutObject"));

    public FunctionRights {
        rights = List.copyOf(rights);
    }

    private static Right right(String what, String... actions) {
        return new Right(what, List.of(actions), List.of());
    }

    /** The rights of a function of {@code functions.yaml}. */
    static FunctionRights of(FunctionEntry entry) {
        List<Right> rights = new ArrayList<>();
        for (String verb : List.of("list", "read", "create", "replace", "put")) {
            List<String> patterns = entry.keys().getOrDefault(verb, List.of());
            Right right = VERBS.get(verb);
            if (right != null && !patterns.isEmpty()) {
                rights.add(new Right(right.what(), right.actions(), patterns));
            }
        }
        new TreeSet<>(entry.uses()).forEach(use -> rights.add(of(use)));
        return new FunctionRights(
                entry.name(), entry.archive(), entry.memory(), entry.timeout().toSeconds(), rights);
    }

    private static Right of(FunctionUse use) {
        return switch (use) {
            case DATA ->
                    new Right(
                            "data",
                            List.of("s3:ListBucket", "s3:GetObject"),
                            List.of("data/*", "data roots that pipeline files name"));
            case SIGNING_KEY -> new Right("sign", List.of("kms:Sign"), List.of("the signing key"));
            case TRUSTED_KEYS ->
                    new Right("verify", List.of("kms:GetPublicKey"), List.of("the trusted keys"));
            case EXECUTIONS ->
                    new Right(
                            "executions",
                            List.of("states:DescribeExecution", "states:GetExecutionHistory"),
                            List.of("both machines"));
            case TOPICS ->
                    new Right(
                            "announce",
                            List.of("sns:Publish", "kms:GenerateDataKey", "kms:Decrypt"),
                            List.of("both topics and their key"));
        };
    }
}
