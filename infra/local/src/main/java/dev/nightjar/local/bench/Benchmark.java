package dev.nightjar.local.bench;

import java.io.IOException;

/** Something that can be measured. */
interface Benchmark {
    /** What a person types. */
    String name();

    /** What it measures, in one line. */
    String description();

    /** Measures, and tells each figure as soon as it stands. */
    void run(Measuring measuring) throws IOException, InterruptedException;
}
