package dev.nightjar.core.model;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.rows.Levels;

import java.util.List;

/**
 * A category becomes one feature a level: 1 for the row's level, all others absent. A level that
 * training did not see has no feature.
 *
 * @param levels that training saw; fixed, in code point order
 * @param standIn code of the level that replaces a missing cell, or {@link Levels#MISSING} for none
 */
public record CategoryTransform(String name, Levels levels, int standIn)
        implements ColumnTransform {
    public CategoryTransform {
        requireNonNull(name, "name is null");
        requireNonNull(levels, "levels is null");
        if (standIn < Levels.MISSING || standIn >= levels.size()) {
            throw new IllegalArgumentException(
                    "column '" + name + "' has no level with the code " + standIn);
        }
    }

    @Override
    public ColumnType type() {
        return ColumnType.CATEGORY;
    }

    @Override
    public int width() {
        return levels.size();
    }

    @Override
    public List<String> featureNames() {
        return levels.texts().stream().map(level -> name + "=" + level).toList();
    }

    /** The level's code after the stand-in for missing; negative when there is no feature. */
    int apply(int code) {
        return code == Levels.MISSING ? standIn : code;
    }
}
