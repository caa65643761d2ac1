package dev.nightjar.local.aws;

import java.time.Duration;

/** What passes between two looks at something that goes on elsewhere. */
@FunctionalInterface
public interface Interval {
    /** Returns when it is time to look again. */
    void pass() throws InterruptedException;

    /** So long each time. */
    static Interval of(Duration length) {
        return () -> Thread.sleep(length);
    }
}
