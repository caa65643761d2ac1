package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.Execution;
import dev.nightjar.asl.run.ExecutionResult;

/** An execution at work, whose listener hears of it until its end was waited for. */
public final class LocalExecution {
    private final Execution execution;
    private final Runnable release;

    LocalExecution(Execution execution, Runnable release) {
        this.execution = requireNonNull(execution, "execution is null");
        this.release = requireNonNull(release, "release is null");
    }

    /** The execution's ARN. */
    public String id() {
        return execution.id();
    }

    /** Waits for the end. */
    public ExecutionResult await() throws InterruptedException {
        try {
            return execution.await();
        } finally {
            release.run();
        }
    }
}
