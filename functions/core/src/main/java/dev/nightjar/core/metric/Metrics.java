package dev.nightjar.core.metric;

import dev.nightjar.core.gate.Metric;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was measured of one model. Immutable.
 *
 * @param values by the metric's name as the pipeline file spells it
 */
public record Metrics(SortedMap<String, Double> values) {
    public Metrics {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The same with one more value, or with another in its place. */
    public Metrics with(Metric metric, double value) {
        SortedMap<String, Double> more = new TreeMap<>(values);
        more.put(metric.toString(), value);
        return new Metrics(more);
    }

    /** What was measured under the name. */
    public OptionalDouble value(String name) {
        Double value = values.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The same as gates read it; names that are no metric are left out. */
    public Map<Metric, Double> byMetric() {
        Map<Metric, Double> known = new EnumMap<>(Metric.class);
        values.forEach((name, value) -> Metric.named(name).ifPresent(m -> known.put(m, value)));
        return known;
    }
}
