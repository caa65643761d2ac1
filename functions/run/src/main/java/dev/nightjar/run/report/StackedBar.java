package dev.nightjar.run.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/** One bar whose parts make the whole, with a legend that holds every figure. As SVG. */
final class StackedBar {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 34;
    private static final double LEAST = 3;

    private final Caption caption;
    private final List<Part> parts = new ArrayList<>();

    StackedBar(Caption caption) {
        this.caption = requireNonNull(caption, "caption is null");
    }

    /** One part of the whole. */
    record Part(String label, String style, long value) {
        Part {
            requireNonNull(label, "label is null");
            requireNonNull(style, "style is null");
        }
    }

    /** Adds a part at the end. */
    StackedBar with(String label, String style, long value) {
        parts.add(new Part(label, style, value));
        return this;
    }

    /** Writes a figure: heading, picture and legend. */
    void writeTo(Markup out) {
        long whole = parts.stream().mapToLong(Part::value).sum();
        List<Part> filled = parts.stream().filter(part -> part.value() > 0).toList();
        out.open("figure", "broad");
        out.leaf("figcaption", caption.title());
        caption.openSvg(out, WIDTH, HEIGHT);
        double free = WIDTH - LEAST * filled.size();
        double from = 0;
        for (Part part : filled) {
            double width = LEAST + free * part.value() / whole;
            out.open("rect", "fill " + part.style())
                    .attribute("x", from)
                    .attribute("y", 0)
                    .attribute("width", Math.max(1, width - 1))
                    .attribute("height", HEIGHT)
                    .attribute("rx", 3);
            out.leaf("title", part.label() + ": " + Figures.count(part.value())).close();
            from += width;
        }
        out.close();
        legend(out, filled, whole);
        out.close();
    }

    private static void legend(Markup out, List<Part> parts, long whole) {
        out.open("ul", "legend");
        for (Part part : parts) {
            out.open("li").leaf("span", "key block " + part.style(), "");
            out.leaf("strong", Figures.count(part.value()));
            out.text(" " + part.label() + " (" + Figures.share(part.value(), whole) + ")").close();
        }
        out.close();
    }
}
