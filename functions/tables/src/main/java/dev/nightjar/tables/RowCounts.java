package dev.nightjar.tables;

import static java.util.Objects.requireNonNull;

import dev.nightjar.tables.check.Rule;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of the records that were read: {@code read = accepted + quarantined + excluded}.
 *
 * @param read all data records; the header and empty lines are none
 * @param repaired accepted rows in which a cell was mended without loss
 * @param excluded rows kept out by hand
 * @param byRule quarantined rows by rule, rules without any left out, in the order of {@link Rule}
 */
public record RowCounts(
        long read, long repaired, long quarantined, long excluded, Map<Rule, Long> byRule) {
    /** Nothing read. */
    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0, Map.of());

    public RowCounts {
        requireNonNull(byRule, "byRule is null");
        EnumMap<Rule, Long> copy = new EnumMap<>(Rule.class);
        copy.putAll(byRule);
        byRule = Collections.unmodifiableMap(copy);
    }

    /** The rows that went on. */
    public long accepted() {
        return read - quarantined - excluded;
    }

    /** Both together. */
    public RowCounts plus(RowCounts other) {
        EnumMap<Rule, Long> sum = new EnumMap<>(Rule.class);
        sum.putAll(byRule);
        other.byRule.forEach((rule, rows) -> sum.merge(rule, rows, Long::sum));
        return new RowCounts(
                read + other.read,
                repaired + other.repaired,
                quarantined + other.quarantined,
                excluded + other.excluded,
                sum);
    }

    /** Share of the rows that were not excluded and are quarantined; 0 without any row. */
    public double badShare() {
        long judged = read - excluded;
        return judged == 0 ? 0 : (double) quarantined / judged;
    }
}
