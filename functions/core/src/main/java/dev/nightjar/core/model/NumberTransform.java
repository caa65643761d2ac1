package dev.nightjar.core.model;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.ColumnType;

import java.util.List;

/**
 * A number becomes one feature: {@code (value - shift) * factor}.
 *
 * @param type boolean, integer or decimal
 * @param standIn what replaces a missing value, in units of the column; NaN leaves it missing
 * @param shift finite; 0 when not standardised
 * @param factor finite, not 0; 1 when not standardised
 */
public record NumberTransform(
        String name, ColumnType type, double standIn, double shift, double factor)
        implements ColumnTransform {
    public NumberTransform {
        requireNonNull(name, "name is null");
        if (InputKind.of(type) != InputKind.NUMBER) {
            throw new IllegalArgumentException("column '" + name + "' is no number: " + type);
        }
        if (Double.isInfinite(standIn) || !Double.isFinite(shift)) {
            throw new IllegalArgumentException("column '" + name + "' has an infinite transform");
        }
        if (!Double.isFinite(factor) || factor == 0) {
            throw new IllegalArgumentException("column '" + name + "' has the factor " + factor);
        }
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public List<String> featureNames() {
        return List.of(name);
    }

    /** The feature's value; NaN when missing without a stand-in. */
    double apply(double value) {
        double known = Double.isNaN(value) ? standIn : value;
        return (known - shift) * factor;
    }
}
