package dev.nightjar.local.demo;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** What goes wrong between a form and a table, with how often it does in a training extract. */
enum Dirt {
    /** {@code 35.0} where an integer belongs: repaired. */
    AGE_WITH_POINT(0.005, Fate.REPAIRED),
    /** {@code 2.0} where an integer belongs: repaired. */
    DEFAULTS_WITH_POINT(0.003, Fate.REPAIRED),
    /** Nobody asked: filled. */
    NO_EMPLOYMENT(0.02, Fate.FILLED),
    /** Nobody asked: filled. */
    NO_HOME(0.01, Fate.FILLED),
    /** Somebody of 180 years. */
    AGE_OF_180(0.003, Fate.KEPT_OUT),
    /** {@code thirty} in place of a number. */
    AGE_IN_WORDS(0.001, Fate.KEPT_OUT),
    /** A loan of less than nothing. */
    NEGATIVE_AMOUNT(0.003, Fate.KEPT_OUT),
    /** {@code n/a} in place of a number. */
    AMOUNT_NOT_AVAILABLE(0.003, Fate.KEPT_OUT),
    /** {@code 1_000}: fine in a program, no number in a table. */
    UNDERSCORED_AMOUNT(0.001, Fate.KEPT_OUT),
    /** An empty income, which nothing may stand in for. */
    NO_INCOME(0.005, Fate.KEPT_OUT),
    /** {@code 12,500} without quotes: one field too many. */
    EXTRA_FIELD(0.002, Fate.KEPT_OUT),
    /** A line that ends early. */
    CUT_LINE(0.001, Fate.KEPT_OUT),
    /** A row that nobody can be told about. */
    NO_KEY(0.001, Fate.KEPT_OUT);

    /** What becomes of a row with the dirt. */
    enum Fate {
        REPAIRED,
        FILLED,
        KEPT_OUT
    }

    private static final Dirt[] ALL = values();
    private static final double[] SHARES =
            Arrays.stream(ALL).mapToDouble(dirt -> dirt.share).toArray();

    private final double share;
    private final Fate fate;

    Dirt(double share, Fate fate) {
        this.share = share;
        this.fate = fate;
    }

    Fate fate() {
        return fate;
    }

    /** The dirt of a row, or null for most. {@code scale} is 1 for a training extract. */
    static @Nullable Dirt draw(Draws draws, double scale) {
        double left = draws.share() / scale;
        for (int i = 0; i < SHARES.length; i++) {
            left -= SHARES[i];
            if (left < 0) {
                return ALL[i];
            }
        }
        return null;
    }

    /** Makes the row dirty. */
    void spoil(LoanRow row) {
        switch (this) {
            case AGE_WITH_POINT -> row.set(Field.AGE, row.get(Field.AGE) + ".0");
            case DEFAULTS_WITH_POINT ->
                    row.set(Field.PREVIOUS_DEFAULTS, row.get(Field.PREVIOUS_DEFAULTS) + ".0");
            case NO_EMPLOYMENT -> row.set(Field.EMPLOYMENT_YEARS, "");
            case NO_HOME -> row.set(Field.HOME, "");
            case AGE_OF_180 -> row.set(Field.AGE, "180");
            case AGE_IN_WORDS -> row.set(Field.AGE, "thirty");
            case NEGATIVE_AMOUNT -> row.set(Field.AMOUNT, "-" + row.get(Field.AMOUNT));
            case AMOUNT_NOT_AVAILABLE -> row.set(Field.AMOUNT, "n/a");
            case UNDERSCORED_AMOUNT -> row.set(Field.AMOUNT, "1_000");
            case NO_INCOME -> row.set(Field.INCOME, "");
            case EXTRA_FIELD -> row.set(Field.AMOUNT, "12,500");
            case CUT_LINE -> row.cut();
            case NO_KEY -> row.set(Field.LOAN_ID, "");
        }
    }
}
