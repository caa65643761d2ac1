package dev.nightjar.tables.check;

/** Why a row was kept out: the closed list that quarantine files and reports use. */
public enum Rule {
    /** The cell is empty or a spelling of missing, and the column has no {@code missing:}. */
    MISSING_VALUE("missing-value"),
    /** A key column without a value. */
    MISSING_KEY("missing-key"),
    /** Not a number by our grammar. */
    NOT_A_NUMBER("not-a-number"),
    /** A number with a fraction in an integer column. */
    NOT_AN_INTEGER("not-an-integer"),
    /** An integer beyond 2^53, which a double cannot hold exactly. */
    INTEGER_TOO_LARGE("integer-too-large"),
    /** Outside the column's range, or beyond the largest double. */
    OUT_OF_RANGE("out-of-range"),
    /** No spelling of true or false. */
    NOT_A_BOOLEAN("not-a-boolean"),
    /** Not a day as {@code 2026-11-02}. */
    NOT_A_DATE("not-a-date"),
    /** A label that is no spelling of true or false, or that the fixed levels do not know. */
    UNKNOWN_LABEL("unknown-label"),
    /** Not UTF-8. */
    ENCODING("encoding"),
    /** More bytes than the limit {@code cellBytes}. */
    CELL_TOO_LONG("cell-too-long"),
    /** More bytes than the limit {@code lineBytes}. */
    LINE_TOO_LONG("line-too-long"),
    /** More or fewer fields than the header. */
    WRONG_FIELD_COUNT("wrong-field-count"),
    /** A quote that the file's end closes, or one over several lines with text behind it. */
    BROKEN_QUOTE("broken-quote");

    private final String text;

    Rule(String text) {
        this.text = text;
    }

    /** As files and reports spell it. */
    @Override
    public String toString() {
        return text;
    }
}
