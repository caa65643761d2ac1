package dev.nightjar.training.learn;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.model.FeatureReader;
import dev.nightjar.core.model.FeatureSink;
import dev.nightjar.core.model.Transform;
import dev.nightjar.core.rows.CategoryColumn;
import dev.nightjar.core.rows.ColumnData;
import dev.nightjar.core.rows.NumberColumn;
import dev.nightjar.core.rows.RowBlock;

import java.util.Arrays;
import java.util.List;

/**
 * The rows to learn from as sparse feature vectors with their labels: 12 bytes a present feature
 * and 16 a row. Not safe for use by multiple threads.
 */
public final class TrainingRows implements FeatureSink {
    private final Transform transform;
    private final Column label;
    private final Task task;
    private final FeatureReader reader;
    private final ClassCounts classes = new ClassCounts();
    private int[] features = new int[4096];
    private double[] values = new double[4096];
    private int filled;
    private int[] ends = new int[256];
    private double[] labels = new double[256];
    private int rows;

    /**
     * No rows yet.
     *
     * @param transform fitted on the very rows that follow
     * @param label the label column
     */
    public TrainingRows(Transform transform, Column label) {
        this.transform = requireNonNull(transform, "transform is null");
        this.label = requireNonNull(label, "label is null");
        this.task = task(label);
        this.reader = transform.reader();
    }

    /**
     * Takes up the block's rows.
     *
     * @throws DataUnfit when a column is absent or of another kind
     * @throws IllegalArgumentException when a row has no label: such rows are quarantined before
     */
    public void add(RowBlock block) {
        reader.bind(block);
        int index = block.index(label.name());
        ColumnData column = index < 0 ? null : block.column(index);
        for (int row = 0; row < block.rows(); row++) {
            double value =
                    switch (column) {
                        case NumberColumn numbers when task != Task.MULTICLASS ->
                                numbers.values()[row];
                        case CategoryColumn categories when task == Task.MULTICLASS ->
                                classes.code(categories, row);
                        case null, default ->
                                throw new DataUnfit(
                                        "The rows do not hold the label '"
                                                + label.name()
                                                + "' as "
                                                + label.type()
                                                + ".");
                    };
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException(
                        "row " + row + " of the block has no label '" + label.name() + "'");
            }
            begin(value);
            reader.features(row, this);
            ends[rows++] = filled;
        }
    }

    /** How many rows there are. */
    public int size() {
        return rows;
    }

    /** What the label asks for. */
    public Task task() {
        return task;
    }

    /** The transform that made the feature vectors. */
    public Transform transform() {
        return transform;
    }

    /** For {@link FeatureReader} alone. */
    @Override
    public void feature(int index, double value) {
        if (filled == features.length) {
            int more = filled + filled / 2;
            features = Arrays.copyOf(features, more);
            values = Arrays.copyOf(values, more);
        }
        features[filled] = index;
        values[filled++] = value;
    }

    String labelName() {
        return label.name();
    }

    /** Class spellings as the compiled model holds them; empty for regression. */
    List<String> labels() {
        return switch (task) {
            case BINARY -> binaryLabels();
            case MULTICLASS -> classes.labels();
            case REGRESSION -> List.of();
        };
    }

    /** Number of present features of all rows. */
    int present() {
        return filled;
    }

    boolean hasRowWithoutFeatures() {
        for (int row = 0; row < rows; row++) {
            if (start(row) == end(row)) {
                return true;
            }
        }
        return false;
    }

    int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    int end(int row) {
        return ends[row];
    }

    int featureAt(int position) {
        return features[position];
    }

    double valueAt(int position) {
        return values[position];
    }

    /** Index of the row's class among the labels. */
    int classOf(int row) {
        return task == Task.MULTICLASS
                ? classes.index((int) labels[row])
                : (labels[row] == 0 ? 0 : 1);
    }

    /** The row's target. */
    double target(int row) {
        return labels[row];
    }

    private void begin(double value) {
        if (rows == labels.length) {
            int more = rows + rows / 2;
            labels = Arrays.copyOf(labels, more);
            ends = Arrays.copyOf(ends, more);
        }
        labels[rows] = value;
    }

    private List<String> binaryLabels() {
        String positive = label.positive().isEmpty() ? "true" : label.positive().getFirst();
        String negative = label.positive().isEmpty() ? "false" : "not " + positive;
        return List.of(
                label.negative().isEmpty() ? negative : label.negative().getFirst(), positive);
    }

    private static Task task(Column label) {
        return switch (label.type()) {
            case BOOLEAN -> Task.BINARY;
            case CATEGORY -> Task.MULTICLASS;
            case INTEGER, DECIMAL -> Task.REGRESSION;
            case DATE, TEXT ->
                    throw new IllegalArgumentException("a " + label.type() + " is no label");
        };
    }
}
