package dev.nightjar.local.demo;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * One of the demo's weeks.
 *
 * @param number from 1
 * @param trainingRows in the extract that its Monday trains on
 * @param applications that its Monday night scores
 * @param broken whether the labels of the extract's later half say the opposite
 */
record Week(int number, int trainingRows, int applications, Market market, boolean broken) {
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 11, 2);

    Week {
        requireNonNull(market, "market is null");
        if (trainingRows < 1 || applications < 1) {
            throw new IllegalArgumentException("a week needs rows");
        }
    }

    /**
     * The demo's three: a good one; one whose extract has its labels the wrong way round; and one
     * with more rows in a market that has moved on, so that there is something new to learn.
     */
    static List<Week> three() {
        return List.of(
                new Week(1, 60_000, 200_000, Market.CALM, false),
                new Week(2, 60_000, 200_000, Market.CALM, true),
                new Week(3, 90_000, 200_000, Market.STRAINED, false));
    }

    /** The Monday whose night ends the week: 2 November 2026 and the Mondays after it. */
    LocalDate monday() {
        return FIRST_MONDAY.plusWeeks(number - 1L);
    }

    /** The same week with a share of the rows. */
    Week scaled(double scale) {
        return new Week(
                number,
                (int) Math.max(1, Math.round(trainingRows * scale)),
                (int) Math.max(1, Math.round(applications * scale)),
                market,
                broken);
    }
}
