package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A time for tests, in which a machine that waits a year ends at once.
 *
 * <p>It moves only while somebody is in {@link #await}, and everything happens there, one step
 * after the other: steps in the order in which they were given, alarms in the order of their time.
 * The work of a handler runs on a thread of its own while everything else stands still, until it
 * ends or {@link #sleep sleeps}. So the same machine, input, handlers and seed give the same
 * history. Safe for use by many threads; only one of them drives at a time.
 */
public final class VirtualClock implements EngineClock {
    private record Alarm(Instant time, long order, Runnable step, AtomicBoolean off) {}

    private final ReentrantLock driving = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turn = lock.newCondition();
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparing(Alarm::time).thenComparingLong(Alarm::order));
    private final Set<Thread> sleepers = ConcurrentHashMap.newKeySet();
    private Instant now;
    private long given;
    private @Nullable Thread running;

    /** A clock that starts at 2026-01-01T00:00:00Z. */
    public VirtualClock() {
        this(Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** A clock that starts at the given time. */
    public VirtualClock(Instant start) {
        now = requireNonNull(start, "start is null");
    }

    @Override
    public Instant now() {
        lock.lock();
        try {
            return now;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void execute(Runnable step) {
        schedule(Duration.ZERO, step);
    }

    @Override
    public Runnable schedule(Duration delay, Runnable step) {
        requireNonNull(step, "step is null");
        AtomicBoolean off = new AtomicBoolean();
        lock.lock();
        try {
            Instant time = delay.isPositive() ? now.plus(delay) : now;
            alarms.add(new Alarm(time, given++, step, off));
        } finally {
            lock.unlock();
        }
        return () -> off.set(true);
    }

    @Override
    public Runnable work(String name, Runnable work) {
        Thread thread = Thread.ofVirtual().name(name).unstarted(() -> runWork(work));
        Runnable callOff = schedule(Duration.ZERO, () -> giveTurn(thread, thread::start));
        return () -> {
            callOff.run();
            schedule(Duration.ZERO, () -> interrupt(thread));
        };
    }

    private void interrupt(Thread worker) {
        if (sleepers.contains(worker)) {
            giveTurn(worker, worker::interrupt);
        }
    }

    private void runWork(Runnable work) {
        try {
            work.run();
        } finally {
            passTurnBack();
        }
    }

    /**
     * Sleeps, and lets everything else happen meanwhile.
     *
     * @throws IllegalStateException when the caller is not a handler at work
     */
    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread self = Thread.currentThread();
        lock.lock();
        try {
            if (!self.equals(running)) {
                throw new IllegalStateException("only handlers sleep on a virtual clock");
            }
            Runnable callOff = schedule(duration, () -> giveTurn(self, () -> {}));
            sleepers.add(self);
            passTurnBack();
            awaitTurn(self, callOff);
        } finally {
            sleepers.remove(self);
            lock.unlock();
        }
    }

    private void awaitTurn(Thread self, Runnable callOff) throws InterruptedException {
        try {
            while (!self.equals(running)) {
                turn.await();
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("the engine no longer waits");
            }
        } finally {
            callOff.run();
            while (!self.equals(running)) {
                turn.awaitUninterruptibly();
            }
        }
    }

    /** Lets one worker run, and stands still until it ends or sleeps. Called by the driver. */
    private void giveTurn(Thread worker, Runnable wakeUp) {
        lock.lock();
        try {
            running = worker;
            wakeUp.run();
            turn.signalAll();
            while (worker.equals(running)) {
                turn.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void passTurnBack() {
        lock.lock();
        try {
            running = null;
            turn.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Drives the clock until the future is complete.
     *
     * @throws IllegalStateException when nothing is left that could complete it
     */
    @Override
    public <T> T await(CompletableFuture<T> future) throws InterruptedException {
        driving.lockInterruptibly();
        try {
            while (!future.isDone()) {
                Alarm alarm = next();
                if (alarm == null) {
                    throw new IllegalStateException("nothing is left to happen, yet no end came");
                }
                if (!alarm.off().get()) {
                    alarm.step().run();
                }
            }
        } finally {
            driving.unlock();
        }
        try {
            return future.join();
        } catch (CompletionException broken) {
            throw new IllegalStateException("the engine broke down", broken.getCause());
        }
    }

    private @Nullable Alarm next() {
        lock.lock();
        try {
            Alarm alarm = alarms.poll();
            if (alarm != null && !alarm.off().get()) {
                now = alarm.time();
            }
            return alarm;
        } finally {
            lock.unlock();
        }
    }
}
