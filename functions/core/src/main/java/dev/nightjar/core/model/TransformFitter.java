package dev.nightjar.core.model;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Missing;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.core.error.ModelUnfit;
import dev.nightjar.core.rows.CategoryColumn;
import dev.nightjar.core.rows.ColumnData;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.core.rows.NumberColumn;
import dev.nightjar.core.rows.RowBlock;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits a {@link Transform} on the training rows, block by block. Holds 8 bytes a row for each
 * number column that needs its median or mode, else nothing that grows with rows. Not safe for use
 * by multiple threads.
 */
public final class TransformFitter {
    private final Preparation preparation;
    private final List<Column> columns;
    private final List<NumberSummary> numbers = new ArrayList<>();
    private final List<LevelSummary> levels = new ArrayList<>();
    private long rows;

    /**
     * A fitter that has seen nothing.
     *
     * @param columns the features in order; dates and texts are left out
     */
    public TransformFitter(List<Column> columns, Preparation preparation) {
        this.preparation = requireNonNull(preparation, "preparation is null");
        this.columns = columns.stream().filter(TransformFitter::isFeature).toList();
        for (Column column : this.columns) {
            numbers.add(new NumberSummary(needsValues(column) && !keeps(column)));
            levels.add(new LevelSummary());
        }
    }

    /**
     * Takes up the block's rows.
     *
     * @throws DataUnfit when a column is absent or of another kind
     */
    public void add(RowBlock block) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            int index = block.index(column.name());
            @Nullable ColumnData data = index < 0 ? null : block.column(index);
            boolean number = InputKind.of(column.type()) == InputKind.NUMBER;
            if (number && data instanceof NumberColumn values) {
                numbers.get(i).add(values.values(), block.rows());
            } else if (!number && data instanceof CategoryColumn categories) {
                levels.get(i).add(categories, block.rows());
            } else {
                throw new DataUnfit(
                        "The rows do not hold the column '"
                                + column.name()
                                + "' as "
                                + column.type()
                                + ". Their columns are: "
                                + block.names());
            }
        }
        rows += block.rows();
    }

    /**
     * The transform fitted on all rows so far.
     *
     * @throws ModelUnfit when there is no row, or no column has any value
     * @throws DefinitionInvalid when the value that stands in for missing numbers is no number
     */
    public Transform fit() {
        if (rows == 0) {
            throw new ModelUnfit("There are no rows to learn from.");
        }
        List<ColumnTransform> fitted = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            fitted.add(
                    column.type() == ColumnType.CATEGORY
                            ? fit(column, levels.get(i))
                            : fit(column, numbers.get(i)));
        }
        if (numbers.stream().allMatch(NumberSummary::isEmpty)
                && fitted.stream().noneMatch(TransformFitter::hasLevels)) {
            throw new ModelUnfit(
                    "There is nothing to learn from: no feature column has any value in the "
                            + rows
                            + " training rows.");
        }
        return new Transform(fitted);
    }

    private ColumnTransform fit(Column column, NumberSummary summary) {
        double standIn = standIn(column, summary);
        double shift = 0;
        double factor = 1;
        if (preparation == Preparation.STANDARDISED && !summary.isEmpty()) {
            shift = summary.filledMean(standIn);
            double deviation = summary.filledDeviation(standIn);
            factor = deviation > Math.ulp(shift) ? 1 / deviation : 1;
            if (!Double.isFinite(shift) || !Double.isFinite(deviation) || factor == 0) {
                throw new ModelUnfit(
                        "Column '"
                                + column.name()
                                + "' has values too large to be standardised. Give it a range.");
            }
        }
        return new NumberTransform(column.name(), column.type(), standIn, shift, factor);
    }

    private double standIn(Column column, NumberSummary summary) {
        Missing missing = column.missing();
        if (missing != null && missing.kind() == Missing.Kind.VALUE) {
            return number(column, missing);
        }
        if (keeps(column)) {
            return Double.NaN;
        }
        if (summary.isEmpty()) {
            return 0;
        }
        if (missing == null) {
            return summary.mean();
        }
        return switch (missing.kind()) {
            case MEDIAN, KEEP, VALUE -> summary.median();
            case MEAN -> summary.mean();
            case MODE -> summary.mode();
        };
    }

    private ColumnTransform fit(Column column, LevelSummary summary) {
        Missing missing = column.missing();
        String standIn = missing == null ? null : missing.value();
        if (standIn != null) {
            summary.fill(standIn);
        } else if (!keeps(column)) {
            standIn = summary.mode();
        }
        Levels seen = Levels.fixed(summary.seen());
        int code = standIn == null ? Levels.MISSING : seen.code(standIn);
        return new CategoryTransform(column.name(), seen, Math.max(code, Levels.MISSING));
    }

    private static boolean needsValues(Column column) {
        Missing missing = column.missing();
        return missing != null
                && switch (missing.kind()) {
                    case MEDIAN, MODE, KEEP -> true;
                    case MEAN, VALUE -> false;
                };
    }

    /** Whether what is missing stays missing: trees alone can do with that. */
    private boolean keeps(Column column) {
        Missing missing = column.missing();
        return preparation == Preparation.PLAIN
                && (missing == null || missing.kind() == Missing.Kind.KEEP);
    }

    private static boolean hasLevels(ColumnTransform column) {
        return column instanceof CategoryTransform category && category.width() > 0;
    }

    private static double number(Column column, Missing missing) {
        String text = missing.value();
        if (column.positive().contains(text) || "true".equals(text)) {
            return 1;
        }
        if (column.negative().contains(text) || "false".equals(text)) {
            return 0;
        }
        try {
            double value = Double.parseDouble(requireNonNull(text, "value is null"));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // told below with the column
        }
        throw new DefinitionInvalid(
                "Column '" + column.name() + "' has 'missing: " + text + "', which is no number.");
    }

    private static boolean isFeature(Column column) {
        return switch (column.type()) {
            case BOOLEAN, INTEGER, DECIMAL, CATEGORY -> true;
            case DATE, TEXT -> false;
        };
    }
}
