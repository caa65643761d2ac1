package dev.nightjar.core.definition;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How the CSV objects are written.
 *
 * @param separator one character
 * @param header names of the columns of a table without a header line; empty when the first line
 *     names them
 * @param skip lines before the header or the first row
 * @param trim whether spaces around cells are cut
 * @param missing spellings of a missing value, beside the empty cell
 * @param quote one character, or empty for none
 */
public record Format(
        String separator,
        List<String> header,
        int skip,
        boolean trim,
        List<String> missing,
        String quote,
        Gzip gzip) {
    /** Commas, a header line, double quotes, gzip by its first bytes. */
    public static final Format STANDARD =
            new Format(",", List.of(), 0, false, List.of(), "\"", Gzip.AUTO);

    public Format {
        requireNonNull(separator, "separator is null");
        header = List.copyOf(header);
        missing = List.copyOf(missing);
        requireNonNull(quote, "quote is null");
        requireNonNull(gzip, "gzip is null");
    }
}
