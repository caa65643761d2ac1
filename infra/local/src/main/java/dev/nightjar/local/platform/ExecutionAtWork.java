package dev.nightjar.local.platform;

import dev.nightjar.asl.run.ExecutionResult;

/** An execution at work, whose follower hears of it until its end was waited for. */
public interface ExecutionAtWork {
    /** The execution's ARN. */
    String id();

    /** Waits for the end. */
    ExecutionResult await() throws InterruptedException;
}
