package dev.nightjar.scoring;

import dev.nightjar.core.night.Receipt;
import dev.nightjar.core.night.RunId;
import dev.nightjar.run.Records;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What earlier attempts scored, by shard id. A shard's id holds object, range, model and
 * definition, so the same id is the same work.
 */
final class EarlierReceipts {
    private final Map<String, Integer> attempts = new HashMap<>();

    EarlierReceipts(Records records, List<RunId> newestFirst) {
        for (RunId attempt : newestFirst) {
            for (Receipt receipt : records.receipts(attempt).values()) {
                attempts.putIfAbsent(receipt.shard(), attempt.attempt());
            }
        }
    }

    /** The attempt that scored the shard, or null. */
    @Nullable Integer attempt(String shard) {
        return attempts.get(shard);
    }
}
