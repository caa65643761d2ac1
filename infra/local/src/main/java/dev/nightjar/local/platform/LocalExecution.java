package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.Execution;
import dev.nightjar.asl.run.ExecutionResult;

/** An execution at work on the engine. */
final class LocalExecution implements ExecutionAtWork {
    private final Execution execution;
    private final Runnable release;

    LocalExecution(Execution execution, Runnable release) {
        this.execution = requireNonNull(execution, "execution is null");
        this.release = requireNonNull(release, "release is null");
    }

    @Override
    public String id() {
        return execution.id();
    }

    @Override
    public ExecutionResult await() throws InterruptedException {
        try {
            return execution.await();
        } finally {
            release.run();
        }
    }
}
