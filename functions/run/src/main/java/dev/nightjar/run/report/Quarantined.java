package dev.nightjar.run.report;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows kept out.
 *
 * @param byRule rows by the rule that kept them out; of very many rules, those that kept out most
 */
public record Quarantined(SortedMap<String, Long> byRule) {
    private static final int MOST = 500;

    /** No row was kept out, or none was read. */
    static final Quarantined NONE = new Quarantined(new TreeMap<>());

    public Quarantined {
        byRule = new TreeMap<>(byRule);
    }

    static Quarantined of(SortedMap<String, Long> byRule) {
        SortedMap<String, Long> most = new TreeMap<>();
        byRule.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .forEach(rule -> most.put(rule.getKey(), rule.getValue()));
        return new Quarantined(most);
    }
}
