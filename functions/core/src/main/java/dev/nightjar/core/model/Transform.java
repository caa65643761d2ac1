package dev.nightjar.core.model;

import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.rows.Levels;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was fitted on the training rows: fills, standardisation and one-hot levels, column by
 * column. Training and scoring use the same instance or one read from the artifact; features are
 * numbered through in the order of the columns. Immutable and safe for use by multiple threads.
 */
public final class Transform {
    private final List<ColumnTransform> columns;
    private final int[] offsets;

    /**
     * A transform of fitted columns.
     *
     * @throws IllegalArgumentException when two columns have one name
     */
    public Transform(List<ColumnTransform> columns) {
        this.columns = List.copyOf(columns);
        this.offsets = new int[this.columns.size() + 1];
        Set<String> names = new HashSet<>();
        for (int i = 0; i < this.columns.size(); i++) {
            ColumnTransform column = this.columns.get(i);
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("column '" + column.name() + "' is given twice");
            }
            offsets[i + 1] = Math.addExact(offsets[i], column.width());
        }
    }

    /** The fitted columns, in order. */
    public List<ColumnTransform> columns() {
        return columns;
    }

    /** How many features there are. */
    public int features() {
        return offsets[columns.size()];
    }

    /** Index of the first feature of the column at the index. */
    public int offset(int column) {
        return offsets[column];
    }

    /** For people: one text a feature, such as {@code age} or {@code purpose=car}. */
    public List<String> featureNames() {
        List<String> names = new ArrayList<>(features());
        columns.forEach(column -> names.addAll(column.featureNames()));
        return names;
    }

    /** The columns that a block must hold, in order. */
    public List<Input> inputs() {
        return columns.stream().map(Transform::input).toList();
    }

    /** A reader of feature vectors; each thread takes its own. */
    public FeatureReader reader() {
        return new FeatureReader(this);
    }

    private static Input input(ColumnTransform column) {
        return switch (column) {
            case NumberTransform number ->
                    new Input(number.name(), number.type(), Levels.fixed(List.of()));
            case CategoryTransform category ->
                    new Input(category.name(), ColumnType.CATEGORY, category.levels());
        };
    }
}
