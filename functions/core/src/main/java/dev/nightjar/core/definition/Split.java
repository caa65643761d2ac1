package dev.nightjar.core.definition;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Which rows are never learned from.
 *
 * @param holdout share of the rows that judges, in whole percents, 0..1
 * @param validation share of the rows that chooses among candidates, in whole percents, 0..1
 * @param time the column, or {@code {date}}, whose newest rows are held out; for {@code by: time}
 */
public record Split(double holdout, double validation, SplitBy by, @Nullable String time) {
    public Split {
        requireNonNull(by, "by is null");
        if (!(holdout > 0 && validation >= 0 && holdout + validation < 1)) {
            throw new IllegalArgumentException(
                    "shares must leave rows to learn from: holdout "
                            + holdout
                            + ", validation "
                            + validation);
        }
    }
}
