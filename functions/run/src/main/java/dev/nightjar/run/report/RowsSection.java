package dev.nightjar.run.report;

import dev.nightjar.core.night.Snapshot;
import dev.nightjar.core.night.TrainingRows;

import org.jspecify.annotations.Nullable;

/** What became of every row that a training run read. */
record RowsSection(TrainingFacts facts, TrainingReport report) implements Section {
    @Override
    public String step() {
        return "PrepareData";
    }

    @Override
    public String title() {
        return "Rows";
    }

    @Override
    public boolean stands() {
        return report.rows() != null;
    }

    @Override
    public void writeTo(Markup out) {
        TrainingRows rows = report.rows();
        if (rows == null) {
            return;
        }
        long kept = rows.training() + rows.validation() + rows.holdout();
        long clean = rows.read() - rows.quarantined();
        BarChart chart =
                new BarChart(
                        new Caption("rows", "From reading to learning", sentence(rows)),
                        rows.read());
        bar(chart, "read", "three", 0, rows.read(), rows);
        bar(chart, "of them repaired", "four", 0, rows.repaired(), rows);
        bar(chart, "quarantined", "bad", clean, rows.read(), rows);
        bar(chart, "excluded by hand", "open", clean - rows.excluded(), clean, rows);
        bar(chart, "training", "one", 0, rows.training(), rows);
        long validated = rows.training() + rows.validation();
        bar(chart, "validation", "one", rows.training(), validated, rows);
        bar(chart, "holdout", "two", validated, kept, rows);
        chart.writeTo(out);
        new QuarantineChart(report.quarantine(), rows.read()).writeTo(out);
        String labels = labels(facts.data());
        if (labels != null) {
            out.leaf("p", "note", labels);
        }
    }

    private static void bar(
            BarChart chart, String label, String style, long from, long to, TrainingRows rows) {
        long size = Math.max(0, to - from);
        String figure = Figures.count(size) + "  (" + Figures.share(size, rows.read()) + ")";
        chart.with(label, style, from, to, figure);
    }

    private static String sentence(TrainingRows rows) {
        return Figures.count(rows.read())
                + " rows read, "
                + Figures.count(rows.repaired())
                + " repaired, "
                + Figures.count(rows.quarantined())
                + " quarantined, "
                + Figures.count(rows.excluded())
                + " excluded; "
                + Figures.count(rows.training())
                + " to train, "
                + Figures.count(rows.validation())
                + " to choose, "
                + Figures.count(rows.holdout())
                + " to judge.";
    }

    private static @Nullable String labels(@Nullable Snapshot data) {
        Double share = data == null ? null : data.positiveShare();
        return share == null
                ? null
                : "The label is positive in " + Figures.percent(share) + " of the kept rows.";
    }
}
