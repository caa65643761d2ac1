package dev.nightjar.asl.generated;

import dev.nightjar.asl.run.EngineClock;
import dev.nightjar.asl.run.VirtualClock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A virtual clock that breaks when too much happens: an engine that goes round in circles. */
final class BudgetedClock implements EngineClock {
    private static final int MOST_STEPS = 100_000;
    private static final Duration AFTERWARDS = Duration.ofDays(4_000);

    private final VirtualClock clock = new VirtualClock();
    private int steps;

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        clock.sleep(duration);
    }

    @Override
    public void execute(Runnable step) {
        clock.execute(counted(step));
    }

    @Override
    public Runnable schedule(Duration delay, Runnable step) {
        return clock.schedule(delay, counted(step));
    }

    private Runnable counted(Runnable step) {
        return () -> {
            if (++steps > MOST_STEPS) {
                throw new IllegalStateException("the engine took " + MOST_STEPS + " steps");
            }
            step.run();
        };
    }

    @Override
    public Runnable work(String name, Runnable work) {
        return clock.work(name, work);
    }

    @Override
    public <T> T await(CompletableFuture<T> future) throws InterruptedException {
        return clock.await(future);
    }

    /** Lets happen whatever still waits, so that no thread stays behind. */
    void drain() throws InterruptedException {
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        clock.schedule(AFTERWARDS, () -> end.complete(true));
        clock.await(end);
    }
}
