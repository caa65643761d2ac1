package dev.nightjar.asl.run;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * The time that an engine lives in, and the threads that it lives on: {@link SystemClock} for real,
 * {@link VirtualClock} for tests. Safe for use by many threads.
 */
public interface EngineClock {

    /** The present. */
    Instant now();

    /** For handlers: sleeps in this clock's time. */
    void sleep(Duration duration) throws InterruptedException;

    /** Runs a short step of the engine soon; steps of one caller start in order. */
    void execute(Runnable step);

    /** Runs a short step of the engine after a while; the answer calls that off. */
    Runnable schedule(Duration delay, Runnable step);

    /** Runs work that may block; the answer interrupts it, and does not wait for it. */
    Runnable work(String name, Runnable work);

    /** Waits until somebody completes the future. */
    <T> T await(CompletableFuture<T> future) throws InterruptedException;
}
