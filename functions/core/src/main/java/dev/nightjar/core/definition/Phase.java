package dev.nightjar.core.definition;

/** What a pipeline does, one after the other. Each phase may matter differently. */
public enum Phase {
    /** From the data to candidates that have been judged. */
    TRAIN("train"),
    /** From a bundle to the model that serves. */
    RELEASE("release"),
    /** From a batch's plan to its committed results. */
    SERVE("serve");

    private final String text;

    Phase(String text) {
        this.text = text;
    }

    /** As the pipeline file spells it. */
    @Override
    public String toString() {
        return text;
    }
}
