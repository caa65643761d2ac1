package dev.nightjar.local.demo;

/**
 * One application as it was made, before anybody mistyped it.
 *
 * @param number unique over the demo
 * @param amount in cents
 * @param income a year, in whole units
 * @param employmentTenths tenths of a year with the present employer
 */
record Loan(
        long number,
        long amount,
        int age,
        long income,
        int termMonths,
        int employmentTenths,
        int previousDefaults,
        Purpose purpose,
        Home home,
        Region region) {
    private static final int[] TERMS = {12, 24, 36, 48, 60, 72, 84};
    private static final double[] TERM_SHARES = {0.08, 0.17, 0.28, 0.18, 0.16, 0.08, 0.05};
    private static final double[] DEFAULT_SHARES = {0.83, 0.115, 0.04, 0.015};

    /** Draws an application; amounts and homes follow from age and income. */
    static Loan draw(Draws draws, long number) {
        int age = Math.clamp(Math.round(41 + 13 * draws.bell()), 18, 84);
        double experience = 1 + 0.012 * (Math.min(age, 55) - 18);
        long income =
                Math.clamp(Math.round(draws.longTailed(28_000 * experience, 0.5)), 9_000, 900_000);
        double wish = draws.longTailed(3_500 + 0.16 * income, 0.75);
        long amount = Math.clamp(Math.round(wish * 100), 50_000L, 10_000_000L);
        double employed = Math.min(draws.waiting(6), age - 17.0);
        return new Loan(
                number,
                amount,
                age,
                income,
                TERMS[draws.pick(TERM_SHARES)],
                (int) Math.round(employed * 10),
                draws.pick(DEFAULT_SHARES),
                Purpose.draw(draws),
                Home.draw(draws, age, income),
                Region.draw(draws));
    }

    /** The share of the monthly income that a month's payment takes. */
    double burden() {
        double owed = amount / 100.0 * (1 + 0.004 * termMonths);
        return owed / termMonths / (income / 12.0);
    }
}
