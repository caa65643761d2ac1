package dev.nightjar.core.definition;

/** The algorithms that learn. */
public enum TrainerKind {
    LOGISTIC_REGRESSION("logistic-regression"),
    LINEAR_REGRESSION("linear-regression"),
    BOOSTED_TREES("boosted-trees");

    private final String text;

    TrainerKind(String text) {
        this.text = text;
    }

    /** As the pipeline file spells it. */
    @Override
    public String toString() {
        return text;
    }
}
