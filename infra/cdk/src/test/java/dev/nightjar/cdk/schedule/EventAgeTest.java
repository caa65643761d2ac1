package dev.nightjar.cdk.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.nightjar.cdk.Pipelines;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Schedule;
import dev.nightjar.core.night.Machine;

import org.junit.jupiter.api.Test;

import java.time.Duration;

final class EventAgeTest {
    @Test
    void aBatchIsTriedUntilItsDeadline() {
        assertThat(scoring("cron: \"0 4 * * ? *\", timezone: UTC", "deadline: \"06:00\""))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void theNightThatLosesAnHourDecides() {
        assertThat(scoring("cron: \"0 1 * * ? *\", timezone: Europe/Berlin", "deadline: \"06:00\""))
                .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void withoutADeadlineABatchIsTriedUntilTheNextOne() {
        assertThat(scoring("cron: \"0/20 * * * ? *\", timezone: UTC", ""))
                .isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void theShortestWayToTheNextSlotDecides() {
        assertThat(scoring("cron: \"0 1,4 * * ? *\", timezone: UTC", ""))
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void nothingIsTriedForMoreThanADay() {
        assertThat(scoring("cron: \"0 4 ? * MON *\", timezone: UTC", ""))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aDeadlineAMinuteAwayIsTheShortest() {
        assertThat(scoring("cron: \"59 5 * * ? *\", timezone: UTC", "deadline: \"06:00\""))
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void trainingHasNoDeadline() {
        Definition loans = Pipelines.LOANS;
        Schedule weekly = requireNonNull(requireNonNull(loans.training()).schedule());
        assertThat(EventAge.of(loans, Machine.TRAINING, weekly)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aScheduleOfALaterYearHasOneToo() {
        assertThat(scoring("cron: \"0 4 * * ? 2031\", timezone: UTC", "deadline: \"06:00\""))
                .isEqualTo(Duration.ofHours(2));
    }

    private static Duration scoring(String schedule, String deadline) {
        Definition pipeline =
                Pipelines.of(
                        """
                        pipeline: p
                        owner: o@example.com
                        columns: { x: { type: decimal }, y: { role: label, type: boolean } }
                        scoring:
                          source: { path: "*.csv" }
                          schedule: { %s }
                          %s
                        service: { level: low }
                        """
                                .formatted(schedule, deadline));
        return EventAge.of(
                pipeline,
                Machine.SCORING,
                requireNonNull(requireNonNull(pipeline.scoring()).schedule()));
    }
}
