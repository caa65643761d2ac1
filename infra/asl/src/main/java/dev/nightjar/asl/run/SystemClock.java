package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The real time. Steps of the engine run on a few threads with deep stacks, for expressions nest;
 * work of handlers runs on as many threads as it is given. All are daemons and are born when
 * needed. Safe for use by many threads.
 */
public final class SystemClock implements EngineClock, AutoCloseable {
    private static final long STEP_STACK_BYTES = 16L << 20;

    private final InstantSource source;

    /** After the end nobody waits for anything: what comes late is dropped. */
    private static final RejectedExecutionHandler DROP = new ThreadPoolExecutor.DiscardPolicy();

    private final ExecutorService steps =
            pool(
                    Runtime.getRuntime().availableProcessors(),
                    new LinkedBlockingQueue<>(),
                    threads("asl-step", STEP_STACK_BYTES));
    private final ExecutorService workers =
            pool(Integer.MAX_VALUE, new SynchronousQueue<>(), threads("asl-task", 0));
    private final ScheduledThreadPoolExecutor alarms =
            new ScheduledThreadPoolExecutor(1, threads("asl-alarm", 0), DROP);

    /** The time of the system. */
    public SystemClock() {
        this(InstantSource.system());
    }

    /** Another source for {@link #now()}; waits still take real time. */
    public SystemClock(InstantSource source) {
        this.source = requireNonNull(source, "source is null");
        alarms.setRemoveOnCancelPolicy(true);
    }

    private static ExecutorService pool(
            int most, BlockingQueue<Runnable> queue, ThreadFactory threads) {
        int kept = queue instanceof SynchronousQueue ? 0 : most;
        return new ThreadPoolExecutor(kept, most, 1, TimeUnit.MINUTES, queue, threads, DROP);
    }

    private static ThreadFactory threads(String prefix, long stackBytes) {
        AtomicInteger count = new AtomicInteger();
        return body -> {
            String name = prefix + "-" + count.incrementAndGet();
            Thread thread = new Thread(null, body, name, stackBytes);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public Instant now() {
        return source.instant();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }

    @Override
    public void execute(Runnable step) {
        steps.execute(step);
    }

    @Override
    public Runnable schedule(Duration delay, Runnable step) {
        Future<?> alarm =
                alarms.schedule(() -> steps.execute(step), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> alarm.cancel(false);
    }

    @Override
    public Runnable work(String name, Runnable work) {
        Future<?> running = workers.submit(work);
        return () -> running.cancel(true);
    }

    @Override
    public <T> T await(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the engine broke down", broken.getCause());
        }
    }

    /** Stops the threads; what still runs is interrupted, what comes later is dropped. */
    @Override
    public void close() {
        alarms.shutdownNow();
        workers.shutdownNow();
        steps.shutdownNow();
    }
}
