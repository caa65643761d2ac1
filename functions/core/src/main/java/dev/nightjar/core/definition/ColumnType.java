package dev.nightjar.core.definition;

/** What a column holds. */
public enum ColumnType {
    BOOLEAN("boolean"),
    INTEGER("integer"),
    DECIMAL("decimal"),
    CATEGORY("category"),
    DATE("date"),
    TEXT("text");

    private final String text;

    ColumnType(String text) {
        this.text = text;
    }

    /** As the pipeline file spells it. */
    @Override
    public String toString() {
        return text;
    }
}
