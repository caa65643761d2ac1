package dev.nightjar.tables.inference;

import dev.nightjar.core.rows.Levels;
import dev.nightjar.tables.check.DateGrammar;
import dev.nightjar.tables.check.MissingSpellings;
import dev.nightjar.tables.check.NumberGrammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the cells of one column have shown so far. */
final class ColumnEvidence {
    private static final int EXAMPLES = 3;

    private final NumberGrammar number = new NumberGrammar();
    private final MissingSpellings missingSpellings = new MissingSpellings(TableInference.MISSING);
    private final Levels missingSeen = Levels.growing();
    private Levels values = Levels.growing();
    private long[] counts = new long[64];
    private boolean manyValues;

    long cells;
    long missing;
    long numbers;
    long integers;
    long dates;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;

    void add(byte[] bytes, int from, int to) {
        cells++;
        if (missingSpellings.contains(bytes, from, to)) {
            missing++;
            if (from < to) {
                missingSeen.code(bytes, from, to);
            }
            return;
        }
        if (number.parse(bytes, from, to)) {
            numbers++;
            integers += number.isPlainInteger() ? 1 : 0;
            least = Math.min(least, number.value());
            most = Math.max(most, number.value());
        } else if (DateGrammar.isDay(bytes, from, to)) {
            dates++;
        }
        count(bytes, from, to);
    }

    /** Spellings of missing that came, the empty cell aside. */
    List<String> missingSpellings() {
        return missingSeen.texts();
    }

    /** Cells with a value. */
    long present() {
        return cells - missing;
    }

    int distinct() {
        return manyValues ? TableInference.MOST_DISTINCT : values.size();
    }

    boolean hasManyValues() {
        return manyValues;
    }

    /** Whether no value came twice. */
    boolean isUnique() {
        return present() > 1 && (manyValues ? uniqueSoFar() : values.size() == present());
    }

    List<String> examples() {
        return List.copyOf(values.texts().subList(0, Math.min(EXAMPLES, values.size())));
    }

    /** All values in the order of coming; complete unless there are many. */
    List<String> values() {
        return new ArrayList<>(values.texts());
    }

    /** How often the value with the index came. */
    long count(int value) {
        return counts[value];
    }

    private boolean uniqueSoFar() {
        return Arrays.stream(counts, 0, values.size()).allMatch(count -> count == 1);
    }

    private void count(byte[] bytes, int from, int to) {
        if (values.size() >= TableInference.MOST_DISTINCT && !manyValues) {
            manyValues = true;
            values = Levels.fixed(List.copyOf(values.texts())); // counts on, grows no more
        }
        int code = values.code(bytes, from, to);
        if (code >= 0) {
            if (code >= counts.length) {
                counts = Arrays.copyOf(counts, code * 2);
            }
            counts[code]++;
        }
    }
}
