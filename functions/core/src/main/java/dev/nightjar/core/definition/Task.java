package dev.nightjar.core.definition;

/** What the label asks for. */
public enum Task {
    BINARY("binary"),
    MULTICLASS("multiclass"),
    REGRESSION("regression");

    private final String text;

    Task(String text) {
        this.text = text;
    }

    /** As the pipeline file spells it. */
    @Override
    public String toString() {
        return text;
    }
}
