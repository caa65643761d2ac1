package dev.nightjar.local.bench;

import java.io.IOException;

/** One side of a comparison. */
@FunctionalInterface
interface Side {
    /**
     * Works for a while.
     *
     * @return what was measured, such as how often a second something was done
     */
    double measure() throws IOException, InterruptedException;
}
