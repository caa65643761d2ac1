package dev.nightjar.run.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/** Lying bars, one below the other, each with its label and figure. As SVG. */
final class BarChart {
    private static final double WIDTH = 960;
    private static final double LABELS = 210;
    private static final double FIGURES = 190;
    private static final double ROW = 30;
    private static final int LONGEST_LABEL = 30;

    private final Caption caption;
    private final long whole;
    private final List<Bar> bars = new ArrayList<>();

    /**
     * @param whole value of a bar over the full width
     */
    BarChart(Caption caption, long whole) {
        this.caption = requireNonNull(caption, "caption is null");
        this.whole = whole > 0 ? whole : 1;
    }

    /**
     * One bar.
     *
     * @param from where it starts, in the chart's values
     * @param to where it ends
     * @param figure the text at its end
     */
    record Bar(String label, String style, long from, long to, String figure) {
        Bar {
            requireNonNull(label, "label is null");
            requireNonNull(style, "style is null");
            requireNonNull(figure, "figure is null");
        }
    }

    /** Adds a bar below the others. */
    BarChart with(String label, String style, long from, long to, String figure) {
        bars.add(new Bar(label, style, from, to, figure));
        return this;
    }

    /** Writes a figure: heading and picture. Every figure stands in it as text. */
    void writeTo(Markup out) {
        out.open("figure", "broad");
        out.leaf("figcaption", caption.title());
        caption.openSvg(out, WIDTH, ROW * bars.size() + 8);
        for (int row = 0; row < bars.size(); row++) {
            draw(out, bars.get(row), 4 + row * ROW);
        }
        out.close().close();
    }

    private void draw(Markup out, Bar bar, double top) {
        double room = WIDTH - LABELS - FIGURES;
        double from = LABELS + room * share(bar.from());
        double length = room * share(bar.to() - bar.from());
        out.open("text", "name")
                .attribute("text-anchor", "end")
                .attribute("x", LABELS - 12)
                .attribute("y", top + 19)
                .text(Figures.shortened(bar.label(), LONGEST_LABEL))
                .close();
        out.open("rect", "track")
                .attribute("x", LABELS)
                .attribute("y", top + 4)
                .attribute("width", room)
                .attribute("height", ROW - 8)
                .attribute("rx", 3)
                .close();
        if (bar.to() > bar.from()) {
            out.open("rect", "fill " + bar.style())
                    .attribute("x", Math.min(from, LABELS + room - 3))
                    .attribute("y", top + 4)
                    .attribute("width", Math.max(3, length))
                    .attribute("height", ROW - 8)
                    .attribute("rx", 3);
            out.leaf("title", Figures.shortened(bar.label()) + ": " + bar.figure()).close();
        }
        out.open("text", "value")
                .attribute("x", WIDTH - FIGURES + 12)
                .attribute("y", top + 19)
                .text(bar.figure())
                .close();
    }

    private double share(long value) {
        return Math.clamp((double) value / whole, 0.0, 1.0);
    }
}
