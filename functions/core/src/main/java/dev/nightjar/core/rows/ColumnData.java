package dev.nightjar.core.rows;

/**
 * One column of a block. Backing arrays are exposed for speed; only the first {@code rows} entries
 * of the block are meaningful, and a reader may fill them anew for the next block.
 */
public sealed interface ColumnData permits NumberColumn, CategoryColumn, TextColumn {}
