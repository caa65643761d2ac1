package dev.nightjar.local.demo;

import java.util.Arrays;

/** What a loan is for. */
enum Purpose {
    DEBT_CONSOLIDATION("debt consolidation", 0.36),
    CAR("car", 0.22),
    HOME_IMPROVEMENT("home improvement", 0.16),
    SMALL_BUSINESS("small business", 0.09),
    EDUCATION("education", 0.08),
    WEDDING("wedding", 0.05),
    OTHER("other", 0.04);

    private static final Purpose[] ALL = values();
    private static final double[] SHARES =
            Arrays.stream(ALL).mapToDouble(purpose -> purpose.share).toArray();

    private final String text;
    private final double share;

    Purpose(String text, double share) {
        this.text = text;
        this.share = share;
    }

    static Purpose draw(Draws draws) {
        return ALL[draws.pick(SHARES)];
    }

    @Override
    public String toString() {
        return text;
    }
}
