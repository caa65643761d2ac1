package dev.nightjar.core.model;

import dev.nightjar.core.definition.TrainerKind;

/** How numbers are prepared for a family of models. */
public enum Preparation {
    /** For linear models: every number is filled and standardised with the population deviation. */
    STANDARDISED,
    /** For trees: numbers as they are; {@code missing: keep} stays missing. */
    PLAIN;

    /** The preparation that the trainer's models need. */
    public static Preparation of(TrainerKind trainer) {
        return switch (trainer) {
            case LOGISTIC_REGRESSION, LINEAR_REGRESSION -> STANDARDISED;
            case BOOSTED_TREES -> PLAIN;
        };
    }
}
