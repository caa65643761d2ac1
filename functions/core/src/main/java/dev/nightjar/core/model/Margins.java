package dev.nightjar.core.model;

/** Computes the margins of bound rows. Not safe for use by multiple threads. */
sealed interface Margins permits LinearMargins, TreeMargins {
    /** Writes the first {@code rows} margins of each output. */
    void margins(BlockBinding binding, int rows, double[][] out);
}
