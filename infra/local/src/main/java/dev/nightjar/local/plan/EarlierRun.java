package dev.nightjar.local.plan;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.RunId;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a run that did its deed took.
 *
 * @param bytes that it read
 * @param rows that it read, or null when they were not counted
 * @param written bytes that it left in the store
 * @param secondsByStep of all calls of a step together
 * @param callsByStep how many there were
 */
record EarlierRun(
        RunId run,
        double elapsedSeconds,
        long bytes,
        @Nullable Long rows,
        long written,
        Map<String, Double> secondsByStep,
        Map<String, Integer> callsByStep) {
    EarlierRun {
        requireNonNull(run, "run is null");
        secondsByStep = new TreeMap<>(secondsByStep);
        callsByStep = new TreeMap<>(callsByStep);
    }
}
