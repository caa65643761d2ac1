package dev.nightjar.core.definition;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One model to train: a point of the grid, with every default written out.
 *
 * @param settings by name, in the order of names
 */
public record CandidateSettings(TrainerKind trainer, SortedMap<String, Double> settings) {
    public CandidateSettings {
        requireNonNull(trainer, "trainer is null");
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** The setting's value. */
    public double setting(String name) {
        Double value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException(trainer + " has no setting '" + name + "'");
        }
        return value;
    }
}
