package dev.nightjar.tables.csv;

import static java.util.stream.Collectors.joining;

import dev.nightjar.core.definition.Format;
import dev.nightjar.core.error.DataUnfit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of an object's columns, from its first record or from the format. */
public final class Headers {
    private Headers() {}

    /**
     * Reads up to the first data record.
     *
     * @param csv at the start of the object
     * @param expected names that the header should hold, for the message; may be empty
     * @throws DataUnfit when there is no header line, or one that names a column twice
     */
    public static List<String> read(
            CsvReader csv, Format format, String file, CsvLimits limits, List<String> expected)
            throws IOException {
        csv.skip(format.skip());
        List<String> names = format.header();
        if (names.isEmpty()) {
            if (!csv.next()) {
                throw empty(format, file, expected);
            }
            names = fromRecord(csv, file, limits);
        }
        refuseRepeated(names, file);
        return names;
    }

    private static DataUnfit empty(Format format, String file, List<String> expected) {
        String skipped = format.skip() == 0 ? "" : " behind " + format.skip() + " skipped lines";
        String with =
                expected.isEmpty()
                        ? ""
                        : " with "
                                + expected.stream()
                                        .map(name -> "'" + name + "'")
                                        .collect(joining(", "));
        return new DataUnfit(
                file + ": is empty" + skipped + "; a header line" + with + " was expected");
    }

    private static List<String> fromRecord(CsvReader csv, String file, CsvLimits limits) {
        if (csv.tooLong() || csv.brokenQuote()) {
            throw new DataUnfit(
                    file
                            + ": the header on line "
                            + csv.recordLine()
                            + (csv.tooLong()
                                    ? " is longer than lineBytes = " + limits.lineBytes()
                                    : " has a quote that does not close"));
        }
        if (csv.fields() > limits.columns()) {
            throw new DataUnfit(
                    file
                            + ": the header has "
                            + csv.fields()
                            + " columns, more than the limit columns = "
                            + limits.columns());
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < csv.fields(); i++) {
            names.add(csv.text(i));
        }
        return names;
    }

    /** Columns without a name may repeat: nothing reads them. */
    private static void refuseRepeated(List<String> names, String file) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new DataUnfit(
                        file + ": the header names '" + name + "' twice; found " + names);
            }
        }
    }
}
