package dev.nightjar.core.metric;

/** A point of a curve. */
public record Point(double x, double y) {
    /** A report holds no curve of more points. */
    public static final int MOST = 200;
}
