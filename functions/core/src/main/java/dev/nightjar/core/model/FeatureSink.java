package dev.nightjar.core.model;

/** Receives the features of one row, in ascending order of their index. */
@FunctionalInterface
public interface FeatureSink {
    /**
     * One present feature.
     *
     * @param index from 0, below {@link Transform#features()}
     * @param value finite; absent features (missing numbers, other levels) are not given at all
     */
    void feature(int index, double value);
}
