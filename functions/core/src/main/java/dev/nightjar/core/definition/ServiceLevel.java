package dev.nightjar.core.definition;

/** How much a failure matters. */
public enum ServiceLevel {
    HIGH("high"),
    LOW("low");

    private final String text;

    ServiceLevel(String text) {
        this.text = text;
    }

    /** As the pipeline file spells it. */
    @Override
    public String toString() {
        return text;
    }
}
