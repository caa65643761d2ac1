package dev.nightjar.core.model;

/** What was learned, over the features of a {@link Transform}. Immutable. */
public sealed interface ModelPart permits LinearWeights, BoostedTrees {
    /** Number of margins a row: 1 for binary and regression, else one a class. */
    int outputs();

    /** Number of features that it was learned from. */
    int features();
}
