package dev.nightjar.core.night;

/** What became of the rows of a training run. */
public record TrainingRows(
        long read,
        long repaired,
        long quarantined,
        long excluded,
        long training,
        long validation,
        long holdout) {}
