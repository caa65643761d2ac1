package dev.nightjar.tables.csv;

/**
 * Bounds that keep a hostile object from taking memory or time. Messages name the limit by its
 * component.
 *
 * @param columns most columns of a header
 * @param lineBytes most bytes of one record, quoted line breaks included
 * @param cellBytes most bytes of one cell
 * @param inflationRatio most unpacked bytes a packed byte, judged once {@code INFLATION_GRACE}
 *     bytes are unpacked
 */
public record CsvLimits(int columns, int lineBytes, int cellBytes, int inflationRatio) {
    /** Unpacked bytes below which the inflation ratio is not judged. */
    public static final long INFLATION_GRACE = 16L << 20;

    /** The defaults. */
    public static final CsvLimits STANDARD = new CsvLimits(10_000, 4 << 20, 1 << 20, 400);

    public CsvLimits {
        requireAtLeastOne("columns", columns);
        requireAtLeastOne("lineBytes", lineBytes);
        requireAtLeastOne("cellBytes", cellBytes);
        requireAtLeastOne("inflationRatio", inflationRatio);
        if (lineBytes > 1 << 30) {
            throw new IllegalArgumentException("limit lineBytes is above 1 GiB: " + lineBytes);
        }
    }

    private static void requireAtLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("limit " + name + " is below 1: " + value);
        }
    }
}
