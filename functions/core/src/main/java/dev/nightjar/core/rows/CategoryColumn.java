package dev.nightjar.core.rows;

import static java.util.Objects.requireNonNull;

/**
 * Categories as codes of a dictionary.
 *
 * @param codes one a row; {@link Levels#MISSING}, {@link Levels#UNSEEN} or an index of the levels
 * @param levels the dictionary
 */
@SuppressWarnings("ArrayRecordComponent") // a buffer that is filled again, never compared
public record CategoryColumn(int[] codes, Levels levels) implements ColumnData {
    public CategoryColumn {
        requireNonNull(codes, "codes is null");
        requireNonNull(levels, "levels is null");
    }
}
