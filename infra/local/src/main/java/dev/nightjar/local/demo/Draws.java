package dev.nightjar.local.demo;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random numbers that are the same on every machine: a named algorithm, and no function whose
 * result a processor may round its own way. Not safe for use by multiple threads.
 */
final class Draws {
    private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final RandomGenerator random;

    Draws(long seed) {
        random = ALGORITHM.create(seed);
    }

    /** Evenly from 0 to 1, without 1. */
    double share() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Whether something of the given probability happens. */
    boolean happens(double probability) {
        return share() < probability;
    }

    /** Evenly from {@code 0} to {@code bound}, exclusive. */
    int below(int bound) {
        return (int) (share() * bound);
    }

    /** Bell-shaped with mean 0 and deviation 1: four even draws, scaled; never beyond 3.5. */
    double bell() {
        return (share() + share() + share() + share() - 2) * StrictMath.sqrt(3);
    }

    /** Positive with the given median and a long tail to the right. */
    double longTailed(double median, double spread) {
        return median * StrictMath.exp(spread * bell());
    }

    /** Positive with the given mean; small values are the most frequent. */
    double waiting(double mean) {
        return -mean * StrictMath.log(1 - share());
    }

    /** An index, by its weight; the weights sum to 1. */
    int pick(double[] weights) {
        double left = share();
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
