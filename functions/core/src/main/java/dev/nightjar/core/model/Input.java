package dev.nightjar.core.model;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.rows.Levels;

/**
 * A column that a model needs. Immutable.
 *
 * @param type boolean, integer, decimal or category
 * @param levels the fixed levels that training saw, in code point order; empty for numbers. A
 *     reader that fills its category columns with these very levels saves the scorer the mapping of
 *     codes
 */
public record Input(String name, ColumnType type, Levels levels) {
    public Input {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(levels, "levels is null");
    }

    /** The kind of column that a block must hold under the name. */
    public InputKind kind() {
        return InputKind.of(type);
    }
}
