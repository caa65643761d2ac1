package dev.nightjar.local.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.local.CommandRun;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

/**
 * Nights over public tables as they were found. The rows held out are those of the reference, so
 * its figures are what ours are held against.
 */
@ExtendWith(RealNights.Provider.class)
final class RealDataTest {
    private static final double AUC = 0.01;
    private static final double ACCURACY = 0.02;
    private static final double RMSE = 1.03;

    private final RealNights nights;

    RealDataTest(RealNights nights) {
        this.nights = nights;
    }

    @ParameterizedTest
    @CsvSource({
        "adult-linear, adult, linear, auc",
        "adult-trees, adult, boosted_trees, auc",
        "hotel-bookings-linear, hotel-bookings, linear, auc",
        "hotel-bookings-trees, hotel-bookings, boosted_trees, auc",
        "bike-sharing-linear, bike-sharing, linear, rmse",
        "bike-sharing-trees, bike-sharing, boosted_trees, rmse"
    })
    void eachFamilyIsAsGoodAsTheReference(
            String pipeline, String set, String family, String metric) {
        RealNights.Night night = nights.of(pipeline);

        assertAsGood(night, set, family, metric);
        assertWhole(night, set);
    }

    @ParameterizedTest
    @CsvSource({
        "bank-marketing, linear, auc, '{trainer: logistic-regression}'",
        "bank-marketing, boosted_trees, auc, '{trainer: boosted-trees}'",
        "california-housing, linear, rmse, '{trainer: linear-regression}'",
        "california-housing, boosted_trees, rmse, '{trainer: boosted-trees}'",
        "obesity-levels, linear, accuracy,"
                + " '{trainer: logistic-regression, epochs: 20, learningRate: 1}'",
        "obesity-levels, boosted_trees, accuracy, '{trainer: boosted-trees}'",
        "penguins, linear, accuracy, '{trainer: logistic-regression}'",
        "penguins, boosted_trees, accuracy, '{trainer: boosted-trees}'"
    })
    void theOtherTablesTrainAndScoreToo(
            String pipeline, String family, String metric, String candidate) {
        String name = pipeline + (family.equals("linear") ? "-linear" : "-trees");

        RealNights.Night night = nights.of(pipeline, name, candidate);

        assertAsGood(night, pipeline, family, metric);
        assertWhole(night, pipeline);
    }

    @Test
    void bothSpellingsOfALabelAreOneClass() {
        CommandRun run =
                nights.runAt(
                        "2026-11-03T01:00Z",
                        "train",
                        "adult-trees",
                        "pipeline=adult-both-files",
                        "training.source.path=adult/*.csv",
                        "training.candidates=[{trainer: boosted-trees, rounds: 20}]");

        JsonNode answer = run.document();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(answer.at("/rows/read").asLong()).isEqualTo(48_842);
        assertThat(answer.at("/rows/quarantined").asLong()).isZero();
        assertThat(answer.at("/candidates/0/metrics/auc").asDouble()).isGreaterThan(0.9);
    }

    @Test
    void decimalsInIntegerColumnsAreRepairedAndCounted() {
        JsonNode rows =
                nights.of(
                                "california-housing",
                                "california-housing-trees",
                                "{trainer: boosted-trees}")
                        .trained()
                        .path("rows");

        assertThat(rows.path("repaired").asLong()).isEqualTo(20_640);
        assertThat(rows.path("quarantined").asLong()).isZero();
    }

    private static void assertAsGood(
            RealNights.Night night, String set, String family, String metric) {
        double reference = Reference.of(set, family).path(metric).asDouble();
        double ours = night.trained().path("candidates").get(0).at("/metrics/" + metric).asDouble();
        assertThat(reference).isPositive();
        switch (metric) {
            case "auc" -> assertThat(ours).isGreaterThanOrEqualTo(reference - AUC);
            case "accuracy" -> assertThat(ours).isGreaterThanOrEqualTo(reference - ACCURACY);
            default -> assertThat(ours).isPositive().isLessThanOrEqualTo(reference * RMSE);
        }
    }

    /** Released, committed, the reference's rows held out, every row accounted for. */
    private static void assertWhole(RealNights.Night night, String set) {
        JsonNode trained = night.trained();
        JsonNode split = Reference.of(set, "test_rows");
        assertThat(trained.path("outcome").asString()).isEqualTo("RELEASED");
        assertThat(trained.at("/rows/holdout").asLong()).isEqualTo(split.asLong());
        assertThat(trained.at("/rows/training").asLong())
                .isEqualTo(Reference.of(set, "train_rows").asLong());
        assertThat(trained.at("/rows/quarantined").asLong()).isZero();

        JsonNode rows = night.scored().path("rows");
        assertThat(night.scored().path("outcome").asString()).isEqualTo("COMMITTED");
        assertThat(rows.path("input").asLong())
                .isGreaterThanOrEqualTo(trained.at("/rows/read").asLong())
                .isEqualTo(
                        rows.path("scored").asLong()
                                + rows.path("quarantined").asLong()
                                + rows.path("late").asLong()
                                + rows.path("failed").asLong()
                                + rows.path("carriedOut").asLong());
        assertThat(rows.path("quarantined").asLong()).isZero();
    }
}
