package dev.nightjar.core.definition;

/** What a column is for. */
public enum Role {
    KEY("key"),
    LABEL("label"),
    FEATURE("feature"),
    IGNORE("ignore");

    private final String text;

    Role(String text) {
        this.text = text;
    }

    /** As the pipeline file spells it. */
    @Override
    public String toString() {
        return text;
    }
}
