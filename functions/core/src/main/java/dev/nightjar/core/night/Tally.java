package dev.nightjar.core.night;

import java.util.List;

/**
 * What TallyBatch counted.
 *
 * @param missing numbers of shards without a receipt that are scored once more
 * @param unfit numbers of shards whose data cannot be read
 */
public record Tally(Ledger ledger, List<Integer> missing, List<Integer> unfit) {
    public Tally {
        missing = List.copyOf(missing);
        unfit = List.copyOf(unfit);
    }
}
