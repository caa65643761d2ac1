package dev.nightjar.local.bench;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds samples of each side
 * @param mapRounds samples of each side of a distributed Map
 * @param warmUp how long a side works before it is measured
 * @param span how long one sample takes at least
 * @param turns of a loop, in an execution of ours; 3,000 keep any of them below the 25,000 events
 *     that AWS allows
 * @param syncedTurns of the same loop, where every step waits for the disk
 * @param emulatorTurns of the same loop, in an execution of LocalStack
 * @param items of distributed Maps of ours
 * @param emulatorItems of a distributed Map of LocalStack
 * @param finished after how many items of one Map the heap is looked at, ascending
 * @param starts of a JVM for each side
 */
record Workload(
        int rounds,
        int mapRounds,
        Duration warmUp,
        Duration span,
        int turns,
        int syncedTurns,
        int emulatorTurns,
        List<Integer> items,
        int emulatorItems,
        List<Integer> finished,
        int starts) {
    Workload {
        requireNonNull(warmUp, "warmUp is null");
        requireNonNull(span, "span is null");
        items = List.copyOf(items);
        finished = List.copyOf(finished);
    }

    /** Enough for figures that one can quote: minutes. */
    static Workload whole() {
        return new Workload(
                5,
                3,
                Duration.ofSeconds(3),
                Duration.ofMillis(700),
                2_000,
                200,
                200,
                List.of(1_000, 10_000),
                1_000,
                List.of(1_000, 10_000, 100_000),
                15);
    }

    /** Just enough to see everything run: seconds. */
    static Workload quick() {
        return new Workload(
                1,
                1,
                Duration.ZERO,
                Duration.ZERO,
                20,
                5,
                5,
                List.of(10, 20),
                5,
                List.of(10, 20, 40),
                1);
    }
}
