package dev.nightjar.tables.inference;

import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Gzip;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.tables.check.NumberGrammar;
import dev.nightjar.tables.csv.CsvDialect;
import dev.nightjar.tables.csv.CsvLimits;
import dev.nightjar.tables.csv.CsvReader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Guesses separator, quote, trimming and header from a file's first bytes. */
final class FormatGuess {
    private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|");
    private static final int MOST_RECORDS = 1000;
    private static final double NEARLY_ALL = 0.9;

    private final byte[] head;
    private final String file;

    FormatGuess(byte[] head, String file) {
        this.head = head;
        this.file = file;
    }

    /** The format, with generated names when the first record is a row. */
    Format guess() throws IOException {
        Format best = format(",", "\"", false, List.of());
        double bestScore = -1;
        for (String quote : List.of("\"", "")) {
            for (String separator : SEPARATORS) {
                Format format = format(separator, quote, false, List.of());
                double score = score(records(format));
                if (score > bestScore + 1e-9) {
                    best = format;
                    bestScore = score;
                }
            }
        }
        boolean trim = wantsTrim(records(best));
        best = format(best.separator(), best.quote(), trim, List.of());
        List<List<String>> records = records(best);
        if (records.isEmpty()) {
            throw new DataUnfit(file + ": is empty; rows were expected");
        }
        return hasHeader(records)
                ? best
                : format(best.separator(), best.quote(), trim, names(records.getFirst().size()));
    }

    private static Format format(
            String separator, String quote, boolean trim, List<String> header) {
        return new Format(separator, header, 0, trim, List.of(), quote, Gzip.AUTO);
    }

    private static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add("column_" + i);
        }
        return names;
    }

    /** The first records; the last one may be cut by the end of the sample and is left out. */
    private List<List<String>> records(Format format) throws IOException {
        CsvReader csv =
                new CsvReader(
                        new ByteArrayInputStream(head),
                        file,
                        CsvDialect.of(format),
                        CsvLimits.STANDARD,
                        1);
        List<List<String>> records = new ArrayList<>();
        csv.skip(0);
        try {
            while (records.size() < MOST_RECORDS && csv.next()) {
                List<String> fields = new ArrayList<>();
                for (int i = 0; i < Math.min(csv.fields(), CsvLimits.STANDARD.columns()); i++) {
                    fields.add(csv.text(i));
                }
                records.add(fields);
            }
        } catch (DataUnfit e) {
            return records; // an open quote: what came before it is the sample
        }
        if (records.size() > 2 && csv.position() == head.length) {
            records.removeLast();
        }
        return records;
    }

    /** Share of the records with the usual number of fields, more for more fields; 0 for one. */
    private static double score(List<List<String>> records) {
        Map<Integer, Integer> bySize = new HashMap<>();
        records.forEach(record -> bySize.merge(record.size(), 1, Integer::sum));
        double best = 0;
        for (Map.Entry<Integer, Integer> size : bySize.entrySet()) {
            int fields = size.getKey();
            if (fields > 1) {
                double share = (double) size.getValue() / records.size();
                best = Math.max(best, share * share * (2 - 1.0 / fields));
            }
        }
        return best;
    }

    /** Whether nearly every cell but the first of a record starts with a space. */
    private static boolean wantsTrim(List<List<String>> records) {
        long cells = 0;
        long spaced = 0;
        for (List<String> record : records) {
            for (int i = 1; i < record.size(); i++) {
                cells++;
                spaced += record.get(i).startsWith(" ") ? 1 : 0;
            }
        }
        return cells > 0 && spaced >= NEARLY_ALL * cells;
    }

    private static boolean hasHeader(List<List<String>> records) {
        List<String> first = records.getFirst();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < first.size(); i++) {
            String name = first.get(i);
            boolean unnamedIndex = i == 0 && name.isEmpty();
            if (isNumber(name)
                    || TableInference.MISSING.contains(name)
                    || !names.add(name)
                    || (name.isEmpty() && !unnamedIndex)) {
                return false;
            }
        }
        return records.size() == 1 || anyColumnIsNumeric(records) || !anyNameIsAValue(records);
    }

    private static boolean anyColumnIsNumeric(List<List<String>> records) {
        for (int column = 0; column < records.getFirst().size(); column++) {
            long cells = 0;
            long numbers = 0;
            for (List<String> record : records.subList(1, records.size())) {
                if (column < record.size() && !record.get(column).isEmpty()) {
                    cells++;
                    numbers += isNumber(record.get(column)) ? 1 : 0;
                }
            }
            if (cells > 0 && numbers >= NEARLY_ALL * cells) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyNameIsAValue(List<List<String>> records) {
        List<String> first = records.getFirst();
        for (List<String> record : records.subList(1, records.size())) {
            for (int i = 0; i < Math.min(first.size(), record.size()); i++) {
                if (record.get(i).equals(first.get(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNumber(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new NumberGrammar().parse(bytes, 0, bytes.length);
    }
}
