package dev.nightjar.core.definition;

/** What decides whether a row is held out. */
public enum SplitBy {
    KEY("key"),
    ROW("row"),
    TIME("time");

    private final String text;

    SplitBy(String text) {
        this.text = text;
    }

    /** As the pipeline file spells it. */
    @Override
    public String toString() {
        return text;
    }
}
