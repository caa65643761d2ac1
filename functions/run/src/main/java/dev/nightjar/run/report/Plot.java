package dev.nightjar.run.report;

import static java.util.Objects.requireNonNull;

import dev.nightjar.run.report.Mark.Spot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A chart with two axes, as SVG. Not safe for use by multiple threads. */
final class Plot {
    private static final double RIGHT = 30;
    private static final double TOP = 12;
    private static final double BOTTOM = 50;

    private final Caption caption;
    private final Axis x;
    private final Axis y;
    private final String xLabel;
    private final String yLabel;
    private final List<Mark> marks = new ArrayList<>();
    private final double left;
    private double width = 480;
    private double height = 360;

    Plot(Caption caption, Axis x, String xLabel, Axis y, String yLabel) {
        this.caption = requireNonNull(caption, "caption is null");
        this.x = requireNonNull(x, "x is null");
        this.y = requireNonNull(y, "y is null");
        this.xLabel = requireNonNull(xLabel, "xLabel is null");
        this.yLabel = requireNonNull(yLabel, "yLabel is null");
        int longest = y.ticks().stream().mapToInt(tick -> y.label(tick).length()).max().orElse(1);
        this.left = 36 + 7.2 * longest;
    }

    /** Makes it as wide as the page, for a picture that stands alone. */
    Plot broad() {
        width = 960;
        height = 330;
        return this;
    }

    /** Draws one more thing. */
    Plot with(Mark mark) {
        marks.add(mark);
        return this;
    }

    /** Writes a figure: heading, picture, legend and the numbers as a table. */
    void writeTo(Markup out, Table numbers) {
        out.open("figure", width == 480 ? "plot" : "broad");
        out.leaf("figcaption", caption.title());
        caption.openSvg(out, width, height);
        grid(out);
        marks.forEach(mark -> draw(out, mark));
        labels(out);
        out.close();
        legend(out);
        numbers.writeFoldedTo(out, "The numbers of this picture");
        out.close();
    }

    private void grid(Markup out) {
        for (double tick : x.ticks()) {
            line(out, "grid", acrossX(tick), TOP, acrossX(tick), height - BOTTOM);
            label(out, "middle", acrossX(tick), height - BOTTOM + 18, x.label(tick));
        }
        for (double tick : y.ticks()) {
            line(out, "grid", left, acrossY(tick), width - RIGHT, acrossY(tick));
            label(out, "end", left - 8, acrossY(tick) + 4, y.label(tick));
        }
        line(out, "axis", left, height - BOTTOM, width - RIGHT, height - BOTTOM);
        line(out, "axis", left, TOP, left, height - BOTTOM);
        if (y.from() < 0 && y.to() > 0) {
            line(out, "axis", left, acrossY(0), width - RIGHT, acrossY(0));
        }
    }

    private void labels(Markup out) {
        label(out, "middle", left + (width - left - RIGHT) / 2, height - 10, xLabel);
        double middle = TOP + (height - TOP - BOTTOM) / 2;
        out.open("text", "tick")
                .attribute("text-anchor", "middle")
                .attribute(
                        "transform", "translate(14 " + Markup.coordinate(middle) + ") rotate(-90)")
                .text(yLabel)
                .close();
    }

    private void draw(Markup out, Mark mark) {
        switch (mark) {
            case Mark.Line line -> path(out, "line " + line.style(), route(line.spots()));
            case Mark.Area area -> path(out, "area " + area.style(), route(area.spots()) + "Z");
            case Mark.Dots dots -> {
                for (Spot spot : drawable(dots.spots())) {
                    dot(out, dots.style(), spot);
                }
            }
            case Mark.Columns columns -> columns(out, columns);
        }
    }

    private void columns(Markup out, Mark.Columns columns) {
        double base = height - BOTTOM;
        for (Spot spot : drawable(columns.spots())) {
            double from = acrossX(spot.x() - columns.width() / 2);
            double to = acrossX(spot.x() + columns.width() / 2);
            double rise = (base - TOP) * columns.share() * spot.y();
            out.open("rect", "fill " + columns.style())
                    .attribute("x", from + 0.5)
                    .attribute("y", base - rise)
                    .attribute("width", Math.max(1, to - from - 1))
                    .attribute("height", Math.max(0, rise));
            note(out, spot);
            out.close();
        }
    }

    private void dot(Markup out, String style, Spot spot) {
        out.open("circle", "dot " + style)
                .attribute("cx", acrossX(spot.x()))
                .attribute("cy", acrossY(spot.y()))
                .attribute("r", 4);
        note(out, spot);
        out.close();
    }

    private static void note(Markup out, Spot spot) {
        if (!spot.note().isEmpty()) {
            out.leaf("title", spot.note());
        }
    }

    private void legend(Markup out) {
        List<Mark> named = marks.stream().filter(mark -> !mark.name().isEmpty()).toList();
        if (named.isEmpty()) {
            return;
        }
        out.open("ul", "legend");
        for (Mark mark : named) {
            String form =
                    switch (mark) {
                        case Mark.Line _ -> "stroke";
                        case Mark.Dots _ -> "round";
                        case Mark.Area _, Mark.Columns _ -> "block";
                    };
            out.open("li").leaf("span", "key " + form + " " + mark.style(), "");
            out.text(mark.name()).close();
        }
        out.close();
    }

    private String route(List<Spot> spots) {
        return drawable(spots).stream()
                .map(
                        spot ->
                                Markup.coordinate(acrossX(spot.x()))
                                        + " "
                                        + Markup.coordinate(acrossY(spot.y())))
                .collect(Collectors.joining("L", "M", ""));
    }

    private static List<Spot> drawable(List<Spot> spots) {
        return spots.stream().filter(Spot::drawable).toList();
    }

    private static void path(Markup out, String style, String route) {
        if (route.length() > 2) {
            out.open("path", style).attribute("d", route).close();
        }
    }

    private static void line(
            Markup out, String style, double fromX, double fromY, double toX, double toY) {
        out.open("line", style)
                .attribute("x1", fromX)
                .attribute("y1", fromY)
                .attribute("x2", toX)
                .attribute("y2", toY)
                .close();
    }

    private static void label(Markup out, String anchor, double x, double y, String text) {
        out.open("text", "tick")
                .attribute("text-anchor", anchor)
                .attribute("x", x)
                .attribute("y", y)
                .text(text)
                .close();
    }

    private double acrossX(double value) {
        return left + (width - left - RIGHT) * x.position(value);
    }

    private double acrossY(double value) {
        return height - BOTTOM - (height - TOP - BOTTOM) * y.position(value);
    }
}
