package dev.nightjar.cdk.machine;

import java.util.Map;
import java.util.Optional;

/**
 * Which objects the ItemReaders of the machines read. Their keys are known only once a batch is
 * planned, so that the document says no more than the variable that holds the key.
 */
final class ItemKeys {
    private static final Map<String, String> BY_EXPRESSION =
            Map.of(
                    "{% $shardsKey %}", "*/batches/*/*/shards.json",
                    "{% $rescoreKey %}", "*/batches/*/*/rescore.json");

    private ItemKeys() {}

    /** The pattern of the keys that an expression gives; empty when nobody knows. */
    static Optional<String> of(String expression) {
        return Optional.ofNullable(BY_EXPRESSION.get(expression));
    }
}
