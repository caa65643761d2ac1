package dev.nightjar.run.report;

import dev.nightjar.core.gate.Metric;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The challenger beside the champion, on the very same rows. */
record MetricsSection(TrainingReport report) implements Section {
    @Override
    public String step() {
        return "EvaluateCandidates";
    }

    @Override
    public String title() {
        return report.champion() == null ? "Challenger" : "Champion and challenger";
    }

    @Override
    public boolean stands() {
        return report.challenger() != null;
    }

    @Override
    public void writeTo(Markup out) {
        TrainingReport.Judged challenger = report.challenger();
        if (challenger == null) {
            return;
        }
        TrainingReport.Judged champion = report.champion();
        Table table = new Table().words("Metric").number("Challenger " + challenger.shown());
        if (champion != null) {
            table.number("Champion " + champion.shown()).number("Difference").words("");
        }
        SortedMap<String, Double> before = champion == null ? new TreeMap<>() : champion.metrics();
        for (String metric : names(challenger.metrics(), before)) {
            Double now = challenger.metrics().get(metric);
            Double then = before.get(metric);
            List<Cell> cells = new ArrayList<>();
            int digits = Figures.digitsThatTell(metric, now, then);
            cells.add(Cell.of(metric));
            cells.add(Cell.of(Figures.metric(metric, now, digits)));
            if (champion != null) {
                cells.add(Cell.of(Figures.metric(metric, then, digits)));
                compare(cells, metric, now, then, digits);
            }
            table.row(false, cells);
        }
        table.writeTo(out);
        out.leaf("p", "note", note(champion != null));
    }

    private static String note(boolean both) {
        return both
                ? "Both were measured in this run, on the very same rows."
                : "Measured on rows that it never learned from. Nothing served to compare with.";
    }

    private static void compare(
            List<Cell> cells,
            String name,
            @Nullable Double now,
            @Nullable Double then,
            int digits) {
        if (now == null || then == null) {
            cells.add(Cell.of(Figures.NONE));
            cells.add(Cell.of(""));
            return;
        }
        double difference = now - then;
        String sign = difference > 0 ? "+" : difference < 0 ? "−" : "±";
        cells.add(Cell.of(sign + Figures.metric(name, Math.abs(difference), digits)));
        Optional<Metric> metric = Metric.named(name);
        if (metric.isEmpty() || difference == 0) {
            cells.add(Cell.muted(difference == 0 ? "the same" : ""));
        } else {
            boolean better = metric.get().isBetter(now, then);
            cells.add(Cell.marked(better, better ? "▲ better" : "▼ worse"));
        }
    }

    /** Known metrics in their order, then others. */
    static Set<String> names(SortedMap<String, Double> one, SortedMap<String, Double> other) {
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(Metric.values())
                .map(Metric::toString)
                .filter(name -> one.containsKey(name) || other.containsKey(name))
                .forEach(names::add);
        names.addAll(one.keySet());
        names.addAll(other.keySet());
        return names;
    }
}
