package dev.nightjar.local.bench;

import java.io.IOException;

/** One side of a comparison. */
@FunctionalInterface
interface Side {
    /**
     * Works for a while.
     *
     * @return how often a second it did what is measured
     */
    double rate() throws IOException, InterruptedException;
}
