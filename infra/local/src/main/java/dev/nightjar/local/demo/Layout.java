package dev.nightjar.local.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How one file is written: every sender has its own habits.
 *
 * @param order of the columns
 * @param packed whether it is a gzip
 */
record Layout(List<Field> order, String lineEnd, boolean byteOrderMark, boolean packed) {
    private static final List<Field> USUAL =
            Arrays.stream(Field.values()).filter(field -> field != Field.DEFAULTED).toList();
    private static final List<Field> SHUFFLED =
            List.of(
                    Field.REGION,
                    Field.INCOME,
                    Field.LOAN_ID,
                    Field.AGE,
                    Field.PURPOSE,
                    Field.AMOUNT,
                    Field.HOME,
                    Field.TERM_MONTHS,
                    Field.PREVIOUS_DEFAULTS,
                    Field.EMPLOYMENT_YEARS);

    Layout {
        order = List.copyOf(order);
    }

    /** The habit of the sender of the file with the number, from 0. */
    static Layout of(int file, boolean withLabel) {
        return switch (file) {
            case 1 -> new Layout(columns(USUAL, withLabel), "\n", false, true);
            case 2 -> new Layout(columns(USUAL, withLabel), "\r\n", false, false);
            case 3 -> new Layout(columns(SHUFFLED, withLabel), "\n", false, false);
            case 4 -> new Layout(columns(USUAL, withLabel), "\n", true, false);
            default -> new Layout(columns(USUAL, withLabel), "\n", false, false);
        };
    }

    /** The ending of the file's name. */
    String ending() {
        return packed ? ".csv.gz" : ".csv";
    }

    /** The first line, with its end. */
    String head() {
        String names = String.join(",", order.stream().map(Field::toString).toList());
        return (byteOrderMark ? "\uFEFF" : "") + names + lineEnd;
    }

    private static List<Field> columns(List<Field> features, boolean withLabel) {
        if (!withLabel) {
            return features;
        }
        List<Field> all = new ArrayList<>(features);
        all.add(Field.DEFAULTED);
        return all;
    }
}
