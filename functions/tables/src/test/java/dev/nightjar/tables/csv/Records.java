package dev.nightjar.tables.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads whole texts into lists, for tests. */
final class Records {
    private Records() {}

    static List<List<String>> of(String text) {
        return of(text, CsvDialect.STANDARD);
    }

    static List<List<String>> of(String text, CsvDialect dialect) {
        return of(text, dialect, 256);
    }

    static List<List<String>> of(String text, CsvDialect dialect, int bufferBytes) {
        return of(stream(text), dialect, bufferBytes);
    }

    static List<List<String>> of(InputStream in, CsvDialect dialect, int bufferBytes) {
        CsvReader csv = new CsvReader(in, "test.csv", dialect, CsvLimits.STANDARD, 1, bufferBytes);
        List<List<String>> records = new ArrayList<>();
        try {
            csv.skip(0);
            while (csv.next()) {
                records.add(fields(csv));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    static List<String> fields(CsvReader csv) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < csv.fields(); i++) {
            fields.add(csv.text(i));
        }
        return fields;
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
