package dev.nightjar.local.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.Slot;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The scheduler lives through 2028, which has a 29 February, in four zones: one that changes its
 * clocks by an hour, one that does so on other days, one that changes them by half an hour, and one
 * that never does. What must fire is told by walking through the year's minutes on the wall clock,
 * without a cron library.
 */
class WholeYearTest {
    private static final Instant START = Instant.parse("2028-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2029-01-01T00:00:00Z");
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC");

    /** A schedule, and when it fires as a person would say it. */
    private record Rule(String name, String cron, Predicate<LocalDateTime> fires) {}

    private static final List<Rule> RULES =
            List.of(
                    new Rule("daily", "30 2 * * ? *", time -> at(time, 2, 30)),
                    new Rule("at-two", "0 2 * * ? *", time -> at(time, 2, 0)),
                    new Rule("quarters", "0/15 1-2 * * ? *", WholeYearTest::quarterAtNight),
                    new Rule("mondays", "0 2 ? * MON *", WholeYearTest::monday),
                    new Rule("leap-day", "45 1 29 2 ? *", WholeYearTest::leapDay),
                    new Rule("month-end", "0 3 L * ? *", WholeYearTest::monthEnd));

    private static final ClaimedSlots STARTED = new ClaimedSlots();

    private static boolean at(LocalDateTime time, int hour, int minute) {
        return time.getHour() == hour && time.getMinute() == minute;
    }

    private static boolean quarterAtNight(LocalDateTime time) {
        return (time.getHour() == 1 || time.getHour() == 2) && time.getMinute() % 15 == 0;
    }

    private static boolean monday(LocalDateTime time) {
        return time.getDayOfWeek() == DayOfWeek.MONDAY && at(time, 2, 0);
    }

    private static boolean leapDay(LocalDateTime time) {
        return time.getMonthValue() == 2 && time.getDayOfMonth() == 29 && at(time, 1, 45);
    }

    private static boolean monthEnd(LocalDateTime time) {
        return time.plusDays(1).getDayOfMonth() == 1 && at(time, 3, 0);
    }

    @BeforeAll
    static void liveThroughTheYear() throws InterruptedException {
        List<MachineSchedule> schedules = new ArrayList<>();
        for (String zone : ZONES) {
            RULES.forEach(
                    rule -> schedules.add(Schedules.cron(name(rule, zone), rule.cron(), zone)));
        }
        List<MachineSchedule> all = List.copyOf(schedules);
        JumpingTime time = new JumpingTime(START.minusMillis(1), END, Duration.ofDays(400));
        new LocalScheduler(time, time.now(), () -> all, STARTED, (timetable, now) -> {}).run();
    }

    private static String name(Rule rule, String zone) {
        return rule.name() + "-" + ZONES.indexOf(zone);
    }

    static Stream<String> zones() {
        return ZONES.stream();
    }

    /** The slots of the year: times that do not exist are skipped, of two the first counts. */
    private static List<Slot> expected(Rule rule, String zone) {
        ZoneId id = ZoneId.of(zone);
        List<Slot> slots = new ArrayList<>();
        LocalDateTime last = LocalDateTime.ofInstant(END.plus(Duration.ofDays(1)), id);
        for (LocalDateTime time = LocalDateTime.ofInstant(START.minus(Duration.ofDays(1)), id);
                time.isBefore(last);
                time = time.plusMinutes(1)) {
            List<ZoneOffset> offsets = id.getRules().getValidOffsets(time);
            if (rule.fires().test(time) && !offsets.isEmpty()) {
                Instant instant = time.toInstant(offsets.getFirst());
                if (!instant.isBefore(START) && instant.isBefore(END)) {
                    slots.add(Slot.of(instant));
                }
            }
        }
        return slots;
    }

    @ParameterizedTest
    @MethodSource("zones")
    void everySlotOfTheYearIsStarted(String zone) {
        for (Rule rule : RULES) {
            assertThat(STARTED.slots(name(rule, zone) + " scoring"))
                    .as(rule.cron() + " in " + zone)
                    .containsExactlyElementsOf(expected(rule, zone))
                    .isNotEmpty();
        }
    }

    @Test
    void noSlotIsStartedTwiceOrPassed() {
        assertThat(STARTED.mostDeliveriesOfASlot()).isEqualTo(1);
        assertThat(STARTED.firings()).allMatch(firing -> firing.passed() == 0);
    }

    @Test
    void slotsAreStartedInTheOrderOfTheirTime() {
        assertThat(STARTED.slots()).isSorted();
    }

    @Test
    void theTimeThatClocksSkipIsSkippedOnceAYear() {
        assertThat(STARTED.slots("daily-0 scoring"))
                .hasSize(365)
                .doesNotContain(Slot.parse("2028-03-26T00:30Z"), Slot.parse("2028-03-26T01:30Z"));
        assertThat(STARTED.slots("at-two-1 scoring")).hasSize(365);
        assertThat(STARTED.slots("at-two-2 scoring")).as("half an hour is skipped").hasSize(365);
        assertThat(STARTED.slots("daily-3 scoring")).as("UTC").hasSize(366);
    }

    @Test
    void theHourThatComesTwiceFiresTheFirstTime() {
        assertThat(STARTED.slots("daily-0 scoring"))
                .contains(Slot.parse("2028-10-29T00:30Z"))
                .doesNotContain(Slot.parse("2028-10-29T01:30Z"));
        assertThat(STARTED.slots("quarters-1 scoring"))
                .contains(Slot.parse("2028-11-05T05:15Z"))
                .doesNotContain(Slot.parse("2028-11-05T06:15Z"));
    }

    @Test
    void theLeapDayFiresOnceInEachZone() {
        for (String zone : ZONES) {
            assertThat(STARTED.slots("leap-day-" + ZONES.indexOf(zone) + " scoring")).hasSize(1);
        }
    }
}
