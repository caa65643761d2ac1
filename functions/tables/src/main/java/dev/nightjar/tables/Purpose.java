package dev.nightjar.tables;

/** What rows are read for. */
public enum Purpose {
    /** To learn: the label is needed, levels grow. */
    TRAINING,
    /** To predict: the label is not read and may be absent, as may ignored columns. */
    SCORING,
    /**
     * To read a snapshot again: cells were checked when it was written, so only what a broken file
     * would show is checked. Missing values stay missing in every column.
     */
    CLEAN
}
