package dev.nightjar.core.model;

import dev.nightjar.core.definition.ColumnType;

/** How a model reads an input column: which kind of column of a block it expects. */
public enum InputKind {
    /** A {@link dev.nightjar.core.rows.NumberColumn}: integers, decimals, booleans as 0 or 1. */
    NUMBER,
    /** A {@link dev.nightjar.core.rows.CategoryColumn}. */
    CATEGORY;

    /**
     * The kind for columns of the type.
     *
     * @throws IllegalArgumentException for dates and texts, which are no features
     */
    static InputKind of(ColumnType type) {
        return switch (type) {
            case BOOLEAN, INTEGER, DECIMAL -> NUMBER;
            case CATEGORY -> CATEGORY;
            case DATE, TEXT ->
                    throw new IllegalArgumentException("a " + type + " column is no feature");
        };
    }
}
