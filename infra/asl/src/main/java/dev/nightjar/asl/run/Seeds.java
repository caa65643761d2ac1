package dev.nightjar.asl.run;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Seeds that follow from another seed, and not from the order in which threads ask. */
final class Seeds {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    /** Of the n-th process that works on an execution: the first takes the seed as it is. */
    static RandomGenerator random(long seed, int turn) {
        return new SplittableRandom(turn == 0 ? seed : mixed(seed, turn));
    }

    /** Of a child of a distributed Map. */
    static long ofChild(long seed, String mapRunArn, int index) {
        long key = seed;
        for (int i = 0; i < mapRunArn.length(); i++) {
            key = 31 * key + mapRunArn.charAt(i);
        }
        return mixed(key, index);
    }

    private static long mixed(long seed, int number) {
        return new SplittableRandom(seed ^ (number + 1) * GOLDEN).nextLong();
    }
}
