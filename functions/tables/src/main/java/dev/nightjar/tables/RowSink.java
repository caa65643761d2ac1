package dev.nightjar.tables;

import dev.nightjar.core.rows.RowBlock;

/** Takes the clean rows of a reader, block by block. */
@FunctionalInterface
public interface RowSink {
    /**
     * Takes a block's rows; the block is filled anew after the call. It never spans two objects.
     */
    void accept(RowBlock block);
}
