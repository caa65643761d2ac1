package dev.nightjar.run.report;

/** One part of a page. */
interface Section {
    /** The state of the machine whose doing it shows. */
    String step();

    String title();

    /** Whether there is anything to show. */
    boolean stands();

    /** Writes what stands below the heading. */
    void writeTo(Markup out);
}
