package dev.nightjar.run.report;

import static java.util.Objects.requireNonNull;

/**
 * One figure at a glance.
 *
 * @param detail what it is compared with or made of; empty for none
 */
record Tile(String label, String figure, String detail) {
    Tile {
        requireNonNull(label, "label is null");
        requireNonNull(figure, "figure is null");
        requireNonNull(detail, "detail is null");
    }

    void writeTo(Markup out) {
        out.open("div", "tile").leaf("span", "label", label).leaf("span", "figure", figure);
        if (!detail.isEmpty()) {
            out.leaf("span", "detail", detail);
        }
        out.close();
    }
}
