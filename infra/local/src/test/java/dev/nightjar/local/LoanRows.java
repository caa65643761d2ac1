package dev.nightjar.local;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Rows of loans as CSV with a header, the same at each making from a seed.
 *
 * @param ids what the row of a number, from 0, is called
 */
public record LoanRows(long seed, IntFunction<String> ids) {
    private static final String HEADER = "loan_id,amount,age,purpose";
    private static final String[] PURPOSES = {"car", "house", "school"};

    /** How probable it is that a loan defaults. */
    public interface Risk {
        /**
         * Of one loan, from 0 to 1.
         *
         * @param purpose 0 for a car, 1 for a house, 2 for a school
         */
        double of(double amount, int age, int purpose);
    }

    private record Loan(String text, double amount, int age, int purpose) {}

    public LoanRows {
        requireNonNull(ids, "ids is null");
    }

    /** Rows to learn from. */
    public String labelled(int count, Risk risk) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder(HEADER).append(",defaulted\n");
        for (int i = 0; i < count; i++) {
            Loan loan = next(random, i);
            double probability = risk.of(loan.amount(), loan.age(), loan.purpose());
            text.append(loan.text()).append(',').append(random.nextDouble() < probability);
            text.append('\n');
        }
        return text.toString();
    }

    /** Rows to score. */
    public String unlabelled(int count) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int i = 0; i < count; i++) {
            text.append(next(random, i).text()).append('\n');
        }
        return text.toString();
    }

    private Loan next(SplittableRandom random, int number) {
        double amount = random.nextDouble(1_000, 50_000);
        int age = random.nextInt(18, 80);
        int purpose = random.nextInt(PURPOSES.length);
        String known = random.nextInt(20) == 0 ? "" : Integer.toString(age);
        String text =
                String.format(
                        Locale.ROOT,
                        "%s,%.2f,%s,%s",
                        ids.apply(number),
                        amount,
                        known,
                        PURPOSES[purpose]);
        return new Loan(text, amount, age, purpose);
    }
}
