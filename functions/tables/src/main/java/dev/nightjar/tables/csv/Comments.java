package dev.nightjar.tables.csv;

/** What a line means that starts with a hash sign. */
public enum Comments {
    /** A record like any other. */
    NONE,
    /** Nothing. */
    SKIP,
    /** A record of one field: the text after the sign. */
    READ
}
