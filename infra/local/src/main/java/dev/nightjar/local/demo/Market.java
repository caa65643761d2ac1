package dev.nightjar.local.demo;

/**
 * The truth behind the labels: how likely an application is to default. Much of it is no sum of
 * single columns (a payment measured against the income, both ends of an age, one fact that counts
 * only beside another), so that trees find more than a linear model does.
 */
enum Market {
    /** The first weeks. */
    CALM(-5.05, 1.0, 0.3, 0.0),
    /** Later: high payments, rents in the capital and the east are riskier than they were. */
    STRAINED(-6.16, 1.45, 0.9, 0.7);

    private final double base;
    private final double burdenWeight;
    private final double capitalRentWeight;
    private final double eastWeight;

    Market(double base, double burdenWeight, double capitalRentWeight, double eastWeight) {
        this.base = base;
        this.burdenWeight = burdenWeight;
        this.capitalRentWeight = capitalRentWeight;
        this.eastWeight = eastWeight;
    }

    /** The probability that the loan defaults. */
    double probability(Loan loan) {
        double odds = base + burden(loan) + person(loan) + past(loan) + circumstances(loan);
        return 1 / (1 + StrictMath.exp(-odds));
    }

    /** Little matters below a tenth of the income, little more above a third. */
    private double burden(Loan loan) {
        double square = loan.burden() * loan.burden();
        return burdenWeight * 3.4 * square / (square + 0.02);
    }

    /** The young and the old carry more risk than those between. */
    private static double person(Loan loan) {
        double distance = (loan.age() - 46) / 18.0;
        return 0.55 * distance * distance + (loan.age() < 23 ? 0.4 : 0);
    }

    /** An earlier default weighs most on who is new in the job. */
    private static double past(Loan loan) {
        if (loan.previousDefaults() == 0) {
            return loan.employmentTenths() < 10 ? 0.25 : 0;
        }
        double weight = 0.7 + 0.45 * (loan.previousDefaults() - 1);
        return loan.employmentTenths() < 20 ? weight + 1.1 : weight;
    }

    private double circumstances(Loan loan) {
        double weight = loan.region() == Region.EAST ? eastWeight : 0;
        if (loan.purpose() == Purpose.SMALL_BUSINESS) {
            weight += loan.employmentTenths() > 80 ? -0.3 : 0.9;
        }
        if (loan.home() == Home.RENT && loan.region() == Region.CAPITAL) {
            weight += capitalRentWeight;
        }
        if (loan.home() == Home.OWN) {
            weight -= 0.4;
        }
        return loan.termMonths() >= 60 && loan.amount() > 2_000_000 ? weight + 0.5 : weight;
    }
}
