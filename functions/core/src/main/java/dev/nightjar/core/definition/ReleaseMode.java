package dev.nightjar.core.definition;

/** Who releases a model whose gates are open. */
public enum ReleaseMode {
    AUTO("auto"),
    APPROVAL("approval");

    private final String text;

    ReleaseMode(String text) {
        this.text = text;
    }

    /** As the pipeline file spells it. */
    @Override
    public String toString() {
        return text;
    }
}
