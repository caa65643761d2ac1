package dev.nightjar.local.demo;

import java.util.Locale;

/** The columns of the loans table, in the usual order. */
enum Field {
    LOAN_ID,
    AMOUNT,
    AGE,
    INCOME,
    TERM_MONTHS,
    EMPLOYMENT_YEARS,
    PREVIOUS_DEFAULTS,
    PURPOSE,
    HOME,
    REGION,
    /** Known in training extracts only. */
    DEFAULTED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
