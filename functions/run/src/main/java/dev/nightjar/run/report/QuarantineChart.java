package dev.nightjar.run.report;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Rows kept out, by rule, the most frequent first. */
final class QuarantineChart {
    private static final int MOST = 30;

    private final Quarantined quarantine;
    private final long read;

    /**
     * @param read rows that were looked at
     */
    QuarantineChart(Quarantined quarantine, long read) {
        this.quarantine = requireNonNull(quarantine, "quarantine is null");
        this.read = read;
    }

    void writeTo(Markup out) {
        if (quarantine.byRule().isEmpty()) {
            out.leaf("p", "note", "No row was quarantined.");
            return;
        }
        List<Map.Entry<String, Long>> rules =
                quarantine.byRule().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .toList();
        BarChart chart =
                new BarChart(
                        new Caption(
                                "quarantine",
                                "Quarantined by rule",
                                "Rows kept out by each rule, the most frequent first."),
                        rules.getFirst().getValue());
        for (Map.Entry<String, Long> rule : rules.stream().limit(MOST).toList()) {
            String figure =
                    Figures.count(rule.getValue())
                            + "  ("
                            + Figures.share(rule.getValue(), read)
                            + ")";
            chart.with(rule.getKey(), "bad", 0, rule.getValue(), figure);
        }
        chart.writeTo(out);
        if (rules.size() > MOST) {
            long rest = rules.stream().skip(MOST).mapToLong(Map.Entry::getValue).sum();
            out.leaf(
                    "p",
                    "note",
                    Figures.count(rules.size() - MOST, "more rule", "more rules")
                            + " kept out "
                            + Figures.count(rest, "row.", "rows."));
        }
    }
}
