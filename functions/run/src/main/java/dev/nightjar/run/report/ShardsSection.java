package dev.nightjar.run.report;

import dev.nightjar.core.night.Receipt;
import dev.nightjar.run.report.Mark.Spot;

import java.util.ArrayList;
import java.util.List;

/** The mini-batches: what each scored, and how fast. */
record ShardsSection(ScoringFacts facts, ScoringReport report) implements Section {
    private static final int FEW = 12;
    private static final int BINS = 24;

    @Override
    public String step() {
        return "ScoreShard";
    }

    @Override
    public String title() {
        return "Shards";
    }

    @Override
    public boolean stands() {
        return facts.plan() != null;
    }

    @Override
    public void writeTo(Markup out) {
        out.leaf("p", "note", summary());
        List<Receipt> own = List.copyOf(facts.own());
        if (own.size() > FEW) {
            seconds(out, own);
        }
        Table table =
                new Table()
                        .number("#")
                        .words("Object")
                        .number("Bytes")
                        .number("Rows")
                        .number("Scored")
                        .number("Quarantined")
                        .number("Seconds")
                        .number("Rows/s")
                        .words("Reused from");
        report.shards().listed().forEach(line -> table.row(false, cells(line)));
        table.writeTo(out);
    }

    private String summary() {
        ReportedShards shards = report.shards();
        String text =
                Figures.count(shards.planned(), "shard", "shards")
                        + " planned: "
                        + Figures.count(shards.scored())
                        + " scored by this attempt, "
                        + Figures.count(shards.reused())
                        + " reused, "
                        + Figures.count(shards.missing())
                        + " without a result.";
        if (!shards.summarised()) {
            return text;
        }
        return text
                + " Listed are "
                + Figures.count(shards.listed().size())
                + ": those without a result, the slowest and the first; the other "
                + Figures.count(shards.planned() - shards.listed().size())
                + " stand in the plan and its receipts.";
    }

    private static void seconds(Markup out, List<Receipt> receipts) {
        double most = receipts.stream().mapToDouble(Receipt::seconds).max().orElse(1);
        Axis x = Axis.upTo(most);
        double width = x.to() / BINS;
        long[] counts = new long[BINS];
        for (Receipt receipt : receipts) {
            counts[Math.clamp((int) (receipt.seconds() / width), 0, BINS - 1)]++;
        }
        long highest = 1;
        for (long count : counts) {
            highest = Math.max(highest, count);
        }
        Axis y = Axis.upTo((double) highest);
        List<Spot> bars = new ArrayList<>();
        Table numbers = new Table().number("From second").number("Shards");
        for (int bin = 0; bin < BINS; bin++) {
            bars.add(
                    new Spot(
                            (bin + 0.5) * width,
                            counts[bin] / y.to(),
                            Figures.count(counts[bin], "shard", "shards")));
            numbers.row(Cell.of(Figures.plain(bin * width)), Cell.of(Figures.count(counts[bin])));
        }
        Caption caption =
                new Caption(
                        "seconds",
                        "How long shards took",
                        "Number of shards over the seconds that they took; the slowest took "
                                + Figures.duration(most)
                                + ".");
        new Plot(caption, x, "Seconds", y, "Shards")
                .broad()
                .with(new Mark.Columns("", "one", bars, width, 1))
                .writeTo(out, numbers);
    }

    private static List<Cell> cells(ReportedShards.Line line) {
        Double speed = line.rowsPerSecond();
        Integer reused = line.reusedFrom();
        Cell remark =
                line.scored() == null
                        ? Cell.bad("✗\u00a0no\u00a0result")
                        : reused == null ? Cell.of("") : Cell.muted("attempt\u00a0" + reused);
        return List.of(
                Cell.of(Integer.toString(line.number())),
                Cell.code(Figures.shortened(line.object(), 80)),
                line.whole()
                        ? Cell.muted("whole")
                        : Cell.of(Figures.count(line.from()) + "–" + Figures.count(line.to())),
                Cell.of(Figures.count(line.rows())),
                Cell.of(Figures.count(line.scored())),
                Cell.of(Figures.count(line.quarantined())),
                Cell.of(line.seconds() == null ? Figures.NONE : Figures.decimal(line.seconds(), 2)),
                Cell.of(speed == null ? Figures.NONE : Figures.count(Math.round(speed))),
                remark);
    }
}
