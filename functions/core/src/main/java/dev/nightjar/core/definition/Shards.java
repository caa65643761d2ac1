package dev.nightjar.core.definition;

/**
 * How a batch is cut.
 *
 * @param targetBytes size of a shard, in bytes of the (unpacked) object
 * @param concurrency shards scored at once
 * @param count whether the plan counts the rows of one-object shards
 */
public record Shards(long targetBytes, int concurrency, boolean count) {
    public Shards {
        if (targetBytes < 1 || concurrency < 1) {
            throw new IllegalArgumentException("shards need a positive target and concurrency");
        }
    }
}
