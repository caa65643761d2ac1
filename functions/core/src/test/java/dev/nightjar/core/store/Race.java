package dev.nightjar.core.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Starts threads at one moment and gathers what each of them got. */
public final class Race {
    private Race() {}

    /** The results in the order of the runners' numbers, which count from 0. */
    public static <T> List<T> of(int runners, IntFunction<T> run) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(runners);
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(runners)) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int runner = i;
                running.add(threads.submit(() -> started(start, run, runner)));
            }
            for (Future<T> one : running) {
                results.add(one.get());
            }
        } catch (ExecutionException e) {
            throw new AssertionError("A runner failed", e.getCause());
        }
        return results;
    }

    private static <T> T started(CyclicBarrier start, IntFunction<T> run, int runner)
            throws InterruptedException, BrokenBarrierException {
        start.await();
        return run.apply(runner);
    }
}
