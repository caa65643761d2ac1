package dev.nightjar.tables.csv;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Format;
import dev.nightjar.core.error.DefinitionInvalid;

/**
 * How records are split into fields.
 *
 * @param separator between fields
 * @param quote around fields, or {@link #NO_QUOTE}
 * @param trim whether spaces and tabs around fields are cut; those within quotes stay
 * @param skipEmptyLines whether lines without a byte (with {@code trim}: without anything but
 *     spaces) are no records
 */
public record CsvDialect(
        byte separator, int quote, boolean trim, boolean skipEmptyLines, Comments comments) {
    /** The {@code quote} of a table that knows none. */
    public static final int NO_QUOTE = -1;

    /** RFC 4180 with empty lines skipped. */
    public static final CsvDialect STANDARD =
            new CsvDialect((byte) ',', '"', false, true, Comments.NONE);

    public CsvDialect {
        requireNonNull(comments, "comments is null");
        if (separator == quote || separator == '\n' || separator == '\r') {
            throw new DefinitionInvalid(
                    "format.separator must differ from the quote and from line ends");
        }
        if (quote == '\n' || quote == '\r') {
            throw new DefinitionInvalid("format.quote must differ from line ends");
        }
    }

    /** The dialect that a pipeline file describes. */
    public static CsvDialect of(Format format) {
        String quote = format.quote();
        return new CsvDialect(
                ascii("separator", format.separator()),
                quote.isEmpty() ? NO_QUOTE : ascii("quote", quote),
                format.trim(),
                true,
                Comments.NONE);
    }

    /** The same with other handling of comments. */
    public CsvDialect withComments(Comments comments) {
        return new CsvDialect(separator, quote, trim, skipEmptyLines, comments);
    }

    /** The same with or without empty lines as records. */
    public CsvDialect withSkipEmptyLines(boolean skipEmptyLines) {
        return new CsvDialect(separator, quote, trim, skipEmptyLines, comments);
    }

    private static byte ascii(String key, String text) {
        if (text.length() != 1 || text.charAt(0) > 0x7f) {
            throw new DefinitionInvalid(
                    "format." + key + " is '" + text + "'; it must be one ASCII character");
        }
        return (byte) text.charAt(0);
    }
}
