package dev.nightjar.run.report;

import dev.nightjar.run.report.Mark.Spot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How the challenger predicts, in pictures. */
record CurvesSection(TrainingReport report) implements Section {
    @Override
    public String step() {
        return "EvaluateCandidates";
    }

    @Override
    public String title() {
        return "Predictions on holdout";
    }

    @Override
    public boolean stands() {
        ReportedCurves curves = report.curves();
        return curves.roc() != null || curves.residuals() != null || curves.calibration() != null;
    }

    @Override
    public void writeTo(Markup out) {
        ReportedCurves curves = report.curves();
        if (curves.residuals() != null) {
            residuals(out, curves.residuals());
        }
        if (curves.roc() == null && curves.calibration() == null) {
            return;
        }
        out.open("div", "pair");
        if (curves.roc() != null) {
            roc(out, curves.roc(), curves.championRoc());
        }
        if (curves.calibration() != null) {
            calibration(out, curves.calibration());
        }
        out.close();
    }

    private void roc(
            Markup out, List<List<Double>> challenger, @Nullable List<List<Double>> champion) {
        Caption caption =
                new Caption(
                        "roc",
                        "ROC curve",
                        "True positive rate over false positive rate for every threshold. "
                                + areas());
        Plot plot =
                new Plot(
                        caption,
                        Axis.shares(),
                        "False positive rate",
                        Axis.shares(),
                        "True positive rate");
        plot.with(new Mark.Line("guessing", "guide", List.of(Spot.at(0, 0), Spot.at(1, 1))));
        if (champion != null) {
            plot.with(new Mark.Line(name("champion", report.champion()), "two", spots(champion)));
        }
        plot.with(new Mark.Line(name("challenger", report.challenger()), "one", spots(challenger)));
        Table numbers = numbers(challenger, 2, "False positive rate", "True positive rate");
        plot.writeTo(out, numbers);
    }

    private void calibration(Markup out, List<List<Double>> bins) {
        long rows = bins.stream().mapToLong(bin -> Math.round(at(bin, 2))).sum();
        double most = bins.stream().mapToDouble(bin -> at(bin, 2)).max().orElse(1);
        Caption caption =
                new Caption(
                        "calibration",
                        "Calibration",
                        "Observed share over mean predicted score in "
                                + bins.size()
                                + " bins of "
                                + Figures.count(rows)
                                + " rows; on the diagonal, predictions are honest.");
        List<Spot> bars = new ArrayList<>();
        List<Spot> dots = new ArrayList<>();
        for (List<Double> bin : bins) {
            String note = Figures.count(Math.round(at(bin, 2)), "row", "rows");
            bars.add(new Spot(at(bin, 0), at(bin, 2) / Math.max(1, most), note));
            dots.add(new Spot(at(bin, 0), at(bin, 1), note));
        }
        new Plot(caption, Axis.shares(), "Mean predicted score", Axis.shares(), "Observed share")
                .with(new Mark.Columns("rows", "three faint", bars, 0.03, 0.5))
                .with(new Mark.Line("honest", "guide", List.of(Spot.at(0, 0), Spot.at(1, 1))))
                .with(new Mark.Line("", "one", dots))
                .with(new Mark.Dots("challenger", "one", dots))
                .writeTo(out, numbers(bins, 3, "Mean score", "Observed share", "Rows"));
    }

    private void residuals(Markup out, List<List<Double>> bins) {
        boolean band = bins.stream().allMatch(bin -> bin.size() >= 4);
        Stream<Double> heights =
                bins.stream().flatMap(bin -> bin.subList(1, band ? 4 : 2).stream());
        Caption caption =
                new Caption(
                        "residuals",
                        "Residuals",
                        "Target minus prediction over the prediction, in "
                                + bins.size()
                                + " groups of rows with similar predictions.");
        Plot plot =
                new Plot(
                        caption,
                        Axis.over(bins.stream().map(bin -> at(bin, 0)).toList()),
                        "Prediction",
                        Axis.over(Stream.concat(heights, Stream.of(0.0)).toList()),
                        "Target − prediction");
        if (band) {
            plot.with(new Mark.Area("eight of ten rows", "one", around(bins)));
            plot.with(new Mark.Line("", "one", spots(bins)));
        }
        plot.with(new Mark.Dots(band ? "mean residual" : "residual", "one", spots(bins)));
        plot.broad();
        plot.writeTo(
                out,
                band
                        ? numbers(bins, 4, "Prediction", "Mean residual", "Low tenth", "High tenth")
                        : numbers(bins, 2, "Prediction", "Residual"));
    }

    /** Along the upper edge of the band and back along the lower. */
    private static List<Spot> around(List<List<Double>> bins) {
        List<Spot> spots = new ArrayList<>();
        bins.forEach(bin -> spots.add(Spot.at(at(bin, 0), at(bin, 3))));
        bins.reversed().forEach(bin -> spots.add(Spot.at(at(bin, 0), at(bin, 2))));
        return spots;
    }

    private String areas() {
        TrainingReport.Judged challenger = report.challenger();
        TrainingReport.Judged champion = report.champion();
        String text = area("challenger", challenger);
        return champion == null ? text : text + area("champion", champion);
    }

    private static String area(String role, TrainingReport.@Nullable Judged judged) {
        Double area = judged == null ? null : judged.metrics().get("auc");
        return area == null
                ? ""
                : "Area under the " + role + "'s curve: " + Figures.decimal(area, 4) + ". ";
    }

    private static String name(String role, TrainingReport.@Nullable Judged judged) {
        if (judged == null) {
            return role;
        }
        Double area = judged.metrics().get("auc");
        return role
                + " "
                + judged.shown()
                + (area == null ? "" : " (auc " + Figures.decimal(area, 4) + ")");
    }

    private static List<Spot> spots(List<List<Double>> points) {
        return points.stream().map(point -> Spot.at(at(point, 0), at(point, 1))).toList();
    }

    private static double at(List<Double> point, int index) {
        return index < point.size() ? point.get(index) : 0;
    }

    private static Table numbers(List<List<Double>> points, int width, String... headers) {
        Table table = new Table();
        for (String header : headers) {
            table.number(header);
        }
        for (List<Double> point : points) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                cells.add(Cell.of(Figures.plain(at(point, i))));
            }
            table.row(false, cells);
        }
        return table;
    }
}
