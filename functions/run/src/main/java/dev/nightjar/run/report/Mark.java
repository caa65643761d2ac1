package dev.nightjar.run.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** One thing drawn into a {@link Plot}: in its order, later ones above. */
sealed interface Mark {
    /** What the legend calls it; empty for none. */
    String name();

    /** The style class that gives its colour. */
    String style();

    /** A line through points. */
    record Line(String name, String style, List<Spot> spots) implements Mark {
        public Line {
            requireNonNull(name, "name is null");
            requireNonNull(style, "style is null");
            spots = List.copyOf(spots);
        }
    }

    /** Points alone. */
    record Dots(String name, String style, List<Spot> spots) implements Mark {
        public Dots {
            requireNonNull(name, "name is null");
            requireNonNull(style, "style is null");
            spots = List.copyOf(spots);
        }
    }

    /** The area between two lines, given by the points along the upper and back along the lower. */
    record Area(String name, String style, List<Spot> spots) implements Mark {
        public Area {
            requireNonNull(name, "name is null");
            requireNonNull(style, "style is null");
            spots = List.copyOf(spots);
        }
    }

    /** Upright bars on the lower edge; {@code share} is the height of a bar of {@code y} one. */
    record Columns(String name, String style, List<Spot> spots, double width, double share)
            implements Mark {
        public Columns {
            requireNonNull(name, "name is null");
            requireNonNull(style, "style is null");
            spots = List.copyOf(spots);
        }
    }

    /**
     * A point in the values of the axes.
     *
     * @param note shown when pointed at; empty for none
     */
    record Spot(double x, double y, String note) {
        public Spot {
            requireNonNull(note, "note is null");
        }

        /** A point without a note. */
        static Spot at(double x, double y) {
            return new Spot(x, y, "");
        }

        /** Whether it can be drawn. */
        boolean drawable() {
            return Double.isFinite(x) && Double.isFinite(y);
        }
    }
}
