package dev.nightjar.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

final class CronScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId UTC = ZoneId.of("UTC");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 4 * * ? *       | 2026-11-21T04:00 | 2026-11-22T04:00",
                "0 2 ? * MON *     | 2026-11-23T02:00 | 2026-11-30T02:00",
                "0 2 ? * 2 *       | 2026-11-23T02:00 | 2026-11-30T02:00",
                "0 2 ? * SUN *     | 2026-11-22T02:00 | 2026-11-29T02:00",
                "0 2 ? * 1 *       | 2026-11-22T02:00 | 2026-11-29T02:00",
                "0 2 ? * L *       | 2026-11-21T02:00 | 2026-11-28T02:00",
                "0 2 ? * SAT-MON * | 2026-11-21T02:00 | 2026-11-22T02:00",
                "0 2 L * ? *       | 2026-11-30T02:00 | 2026-12-31T02:00",
                "0 2 LW * ? *      | 2026-11-30T02:00 | 2026-12-31T02:00",
                "0 2 15W * ? *     | 2026-12-15T02:00 | 2027-01-15T02:00",
                "0 2 ? * 6L *      | 2026-11-27T02:00 | 2026-12-25T02:00",
                "0 2 ? * MON#1 *   | 2026-12-07T02:00 | 2027-01-04T02:00",
                "0 2 ? * 2#5 *     | 2026-11-30T02:00 | 2027-03-29T02:00",
                "0/15 * * * ? *    | 2026-11-20T12:15 | 2026-11-20T12:30",
                "5/20 0-3 * * ? *  | 2026-11-21T00:05 | 2026-11-21T00:25",
                "0 2 1,15 JAN-MAR ? * | 2027-01-01T02:00 | 2027-01-15T02:00",
                "0 2 29 2 ? *      | 2028-02-29T02:00 | 2032-02-29T02:00",
                "0 2 ? * MON-FRI 2027-2028 | 2027-01-01T02:00 | 2027-01-04T02:00"
            })
    void firesAsEventBridgeReadsIt(String cron, LocalDateTime first, LocalDateTime second) {
        CronSchedule schedule = CronSchedule.of(cron, UTC);
        assertThat(schedule.next(Instant.parse("2026-11-20T12:00:00Z"), 2))
                .containsExactly(first.atZone(UTC).toInstant(), second.atZone(UTC).toInstant());
        assertThat(schedule.newestNotAfter(second.atZone(UTC).toInstant().minusSeconds(1)))
                .contains(first.atZone(UTC).toInstant());
        assertThat(schedule.newestNotAfter(second.atZone(UTC).toInstant()))
                .contains(second.atZone(UTC).toInstant());
    }

    @Test
    void aLocalTimeThatDoesNotExistIsSkipped() {
        CronSchedule schedule = CronSchedule.of("30 2 * * ? *", BERLIN);
        assertThat(schedule.next(Instant.parse("2027-03-27T00:00:00Z"), 3))
                .containsExactly(
                        Instant.parse("2027-03-27T01:30:00Z"),
                        Instant.parse("2027-03-29T00:30:00Z"),
                        Instant.parse("2027-03-30T00:30:00Z"));
        assertThat(schedule.newestNotAfter(Instant.parse("2027-03-28T23:00:00Z")))
                .contains(Instant.parse("2027-03-27T01:30:00Z"));
    }

    @Test
    void oneThatComesTwiceFiresTheFirstTime() {
        CronSchedule schedule = CronSchedule.of("30 2 * * ? *", BERLIN);
        assertThat(schedule.next(Instant.parse("2027-10-30T12:00:00Z"), 2))
                .containsExactly(
                        Instant.parse("2027-10-31T00:30:00Z"),
                        Instant.parse("2027-11-01T01:30:00Z"));
        assertThat(schedule.newestNotAfter(Instant.parse("2027-10-31T01:30:00Z")))
                .contains(Instant.parse("2027-10-31T00:30:00Z"));
        assertThat(schedule.newestNotAfter(Instant.parse("2027-10-31T01:10:00Z")))
                .as("02:10, shown for the second time: 02:30 was shown before")
                .contains(Instant.parse("2027-10-31T00:30:00Z"));
    }

    @Test
    void everyQuarterOfAnHourTheHourThatComesTwiceFiresOnce() {
        CronSchedule schedule = CronSchedule.of("0/15 2 31 10 ? *", BERLIN);
        assertThat(schedule.next(Instant.parse("2027-10-30T12:00:00Z"), 4))
                .containsExactly(
                        Instant.parse("2027-10-31T00:00:00Z"),
                        Instant.parse("2027-10-31T00:15:00Z"),
                        Instant.parse("2027-10-31T00:30:00Z"),
                        Instant.parse("2027-10-31T00:45:00Z"));
    }

    @Test
    void hasNoFiringWhereNoneIsLeft() {
        CronSchedule past = CronSchedule.of("0 2 ? * MON 2020", UTC);
        Instant now = Instant.parse("2026-11-20T12:00:00Z");
        assertThat(past.next(now)).isEmpty();
        assertThat(past.next(now, 5)).isEqualTo(List.of());
        assertThat(past.newestNotAfter(now)).contains(Instant.parse("2020-12-28T02:00:00Z"));
        assertThat(CronSchedule.of("0 2 31 2 ? *", UTC).next(now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 4 * * *       | cron '0 4 * * *' has 5 fields instead of six",
                "60 4 * * ? *    | cron '60 4 * * ? *': '60' is no minute",
                "0 24 * * ? *    | cron '0 24 * * ? *': '24' is no hour",
                "0 4 32 * ? *    | cron '0 4 32 * ? *': '32' is no day of month",
                "0 4 * 13 ? *    | cron '0 4 * 13 ? *': '13' is no month",
                "0 4 ? * MONDAY * | cron '0 4 ? * MONDAY *': 'MONDAY' is no day of week",
                "0 4 ? * 8 *     | cron '0 4 ? * 8 *': '8' is no day of week",
                "0 4 ? * MON 99  | cron '0 4 ? * MON 99': '99' is no year",
                "? 4 * * ? *     | cron '? 4 * * ? *': '?' is no minute",
                "0 4 * * MON *   | cron '0 4 * * MON *': day of month and day of week are both given",
                "0 4 ? * ? *     | cron '0 4 ? * ? *': day of month and day of week are both '?'"
            })
    void saysWhichFieldIsWrong(String cron, String problem) {
        assertThat(CronSchedule.problem(cron)).contains(problem);
    }
}
