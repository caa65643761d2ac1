package dev.nightjar.local.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.Slot;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is started when, on a clock that jumps. */
class LocalSchedulerTest {
    private static final Instant START = Instant.parse("2026-11-02T00:30:00Z");
    private static final MachineSchedule HOURLY = Schedules.cron("hourly", "0 * * * ? *", "UTC");
    private static final MachineSchedule PAUSED = Schedules.paused("hourly", "0 * * * ? *", "UTC");
    private static final MachineSchedule HALF_PAST =
            Schedules.cron("hourly", "30 * * * ? *", "UTC");

    private final ClaimedSlots started = new ClaimedSlots();

    private void live(Duration duration, ScheduleSource source) throws InterruptedException {
        run(new JumpingTime(START, START.plus(duration), Duration.ofSeconds(1)), source);
    }

    private void run(SchedulerTime time, ScheduleSource source) throws InterruptedException {
        new LocalScheduler(time, time.now(), source, started, (timetable, now) -> {}).run();
    }

    @Test
    void beginsWithTheNextSlotAndNotWithOneThatFellDueBefore() throws InterruptedException {
        live(Duration.ofHours(2), () -> List.of(HOURLY, HALF_PAST));

        assertThat(started.slots())
                .containsExactly(
                        Slot.parse("2026-11-02T01:00Z"),
                        Slot.parse("2026-11-02T01:30Z"),
                        Slot.parse("2026-11-02T02:00Z"));
    }

    @Test
    void aPausedScheduleDoesNotFire() throws InterruptedException {
        live(Duration.ofHours(3), () -> List.of(PAUSED));

        assertThat(started.slots()).isEmpty();
    }

    @Test
    void aRateFiresFromItsStartOn() throws InterruptedException {
        MachineSchedule rate = Schedules.rate("rate", "40 minutes", "2026-11-02T01:10:00Z");

        live(Duration.ofHours(2), () -> List.of(rate));

        assertThat(started.slots())
                .containsExactly(Slot.parse("2026-11-02T01:10Z"), Slot.parse("2026-11-02T01:50Z"));
    }

    @Test
    void aScheduleThatIsChangedFiresAsItStandsThen() throws InterruptedException {
        JumpingTime time =
                new JumpingTime(START, START.plus(Duration.ofHours(3)), Duration.ofSeconds(1));
        Instant change = Instant.parse("2026-11-02T02:10:00Z");

        run(time, () -> List.of(time.now().isBefore(change) ? HOURLY : HALF_PAST));

        assertThat(started.slots())
                .containsExactly(
                        Slot.parse("2026-11-02T01:00Z"),
                        Slot.parse("2026-11-02T02:00Z"),
                        Slot.parse("2026-11-02T02:30Z"));
    }

    @Test
    void aScheduleThatIsResumedFiresAgainFromThenOn() throws InterruptedException {
        JumpingTime time =
                new JumpingTime(START, START.plus(Duration.ofHours(3)), Duration.ofSeconds(1));

        Instant change = Instant.parse("2026-11-02T02:10:00Z");

        run(time, () -> List.of(time.now().isBefore(change) ? PAUSED : HOURLY));

        assertThat(started.slots()).containsExactly(Slot.parse("2026-11-02T03:00Z"));
    }

    @Test
    void aMachineThatSleptStartsTheNewestSlotAndNamesThePassedOnes() {
        Timetable timetable = new Timetable(START);
        timetable.replace(List.of(HOURLY));

        List<Firing> due = timetable.look(Instant.parse("2026-11-02T09:10:00Z"));

        assertThat(due)
                .containsExactly(
                        new Firing(
                                HOURLY,
                                Slot.parse("2026-11-02T09:00Z"),
                                8,
                                Slot.parse("2026-11-02T01:00Z")));
        assertThat(timetable.next()).contains(Instant.parse("2026-11-02T10:00:00Z"));
    }

    @Test
    void aClockThatIsSetBackBringsNoSlotAgain() {
        Timetable timetable = new Timetable(START);
        timetable.replace(List.of(HOURLY));
        assertThat(timetable.look(Instant.parse("2026-11-02T01:00:01Z"))).hasSize(1);

        assertThat(timetable.look(Instant.parse("2026-11-02T00:50:00Z"))).isEmpty();
        timetable.replace(List.of(HOURLY));
        assertThat(timetable.look(Instant.parse("2026-11-02T01:00:02Z"))).isEmpty();
        assertThat(timetable.look(Instant.parse("2026-11-02T02:00:00Z"))).hasSize(1);
    }

    @Test
    void whatFellDueBetweenTwoLooksFiresAlthoughTheScheduleIsReadAgain() {
        Timetable timetable = new Timetable(START);
        timetable.replace(List.of(HOURLY));
        timetable.replace(List.of(HALF_PAST, HOURLY));

        assertThat(timetable.look(Instant.parse("2026-11-02T01:00:00Z")))
                .extracting(Firing::slot)
                .containsExactly(Slot.parse("2026-11-02T01:00Z"));
    }

    @Test
    void waitsEndlesslyWhereNothingFiresAnyMore() throws InterruptedException {
        Instant end = START.plus(Duration.ofDays(2));
        JumpingTime days = new JumpingTime(START, end, Duration.ofDays(1));
        int[] endless = {0};
        SchedulerTime time =
                new SchedulerTime() {
                    @Override
                    public Instant now() {
                        return days.now();
                    }

                    @Override
                    public boolean waitUntil(@Nullable Instant until) {
                        endless[0] += until == null ? 1 : 0;
                        return days.waitUntil(until);
                    }
                };

        run(time, () -> List.of(Schedules.cron("past", "0 2 ? * MON 2020", "UTC")));

        assertThat(endless[0]).isEqualTo(2);
    }
}
