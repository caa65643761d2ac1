package dev.nightjar.asl.run;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * The steps of one execution, one after the other, on the clock's threads. What they touch needs no
 * other guard. Safe for use by many threads.
 */
final class Mailbox {
    private static final int STEPS_IN_A_ROW = 64;

    private final EngineClock clock;
    private final Runnable afterStep;
    private final Consumer<Throwable> breakdown;
    private final Queue<Runnable> steps = new ArrayDeque<>();
    private boolean busy;

    /**
     * The breakdown hears of a step that threw, which is a fault of the engine, a listener or the
     * journal.
     *
     * @param afterStep what belongs to every step
     */
    Mailbox(EngineClock clock, Runnable afterStep, Consumer<Throwable> breakdown) {
        this.clock = clock;
        this.afterStep = afterStep;
        this.breakdown = breakdown;
    }

    void post(Runnable step) {
        synchronized (steps) {
            steps.add(step);
            if (busy) {
                return;
            }
            busy = true;
        }
        clock.execute(this::work);
    }

    private void work() {
        for (int i = 0; i < STEPS_IN_A_ROW; i++) {
            Runnable step;
            synchronized (steps) {
                step = steps.poll();
                if (step == null) {
                    busy = false;
                    return;
                }
            }
            run(step);
        }
        clock.execute(this::work);
    }

    private void run(Runnable step) {
        try {
            step.run();
            afterStep.run();
        } catch (RuntimeException | Error problem) {
            breakdown.accept(problem);
        }
    }
}
