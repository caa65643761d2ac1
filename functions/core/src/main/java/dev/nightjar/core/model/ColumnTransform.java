package dev.nightjar.core.model;

import dev.nightjar.core.definition.ColumnType;

import java.util.List;

/** What was fitted for one input column. Immutable. */
public sealed interface ColumnTransform permits NumberTransform, CategoryTransform {
    /** Name of the input column. */
    String name();

    /** Type of the input column. */
    ColumnType type();

    /** How many features the column becomes; they stand side by side. */
    int width();

    /** For people: one text a feature, such as {@code age} or {@code purpose=car}. */
    List<String> featureNames();
}
