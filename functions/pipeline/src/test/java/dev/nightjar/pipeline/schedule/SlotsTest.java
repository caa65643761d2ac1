package dev.nightjar.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.definition.Schedule;
import dev.nightjar.core.error.DefinitionInvalid;

import org.junit.jupiter.api.Test;

import java.time.Instant;

final class SlotsTest {
    private static final Instant NOW = Instant.parse("2026-11-09T01:00:30Z");

    @Test
    void theDueSlotIsTheNewestFiringNotAfterNow() {
        Schedule mondays = new Schedule("0 2 ? * MON *", null, null, "Europe/Berlin", false);
        assertThat(Slots.due(mondays, NOW)).isEqualTo(Instant.parse("2026-11-09T01:00:00Z"));
        assertThat(Slots.due(mondays, Instant.parse("2026-11-09T00:59:59Z")))
                .isEqualTo(Instant.parse("2026-11-02T01:00:00Z"));
    }

    @Test
    void withoutAScheduleItIsTheMinuteOfTheStart() {
        assertThat(Slots.due(null, NOW)).isEqualTo(Instant.parse("2026-11-09T01:00:00Z"));
    }

    @Test
    void aRateCountsFromItsStart() {
        Firings sixHours =
                Firings.of(new Schedule(null, "6 hours", "2026-11-08T01:30:00Z", "UTC", false));
        assertThat(sixHours.newestNotAfter(NOW)).contains(Instant.parse("2026-11-08T19:30:00Z"));
        assertThat(sixHours.next(NOW, 2))
                .containsExactly(
                        Instant.parse("2026-11-09T01:30:00Z"),
                        Instant.parse("2026-11-09T07:30:00Z"));
        assertThat(sixHours.newestNotAfter(Instant.parse("2026-11-08T01:30:00Z")))
                .contains(Instant.parse("2026-11-08T01:30:00Z"));
    }

    @Test
    void aScheduleThatHasNeverFiredHasNoSlot() {
        Schedule future = new Schedule(null, "1 day", "2027-01-01T00:00:00Z", "UTC", false);
        assertThatThrownBy(() -> Slots.due(future, NOW))
                .isInstanceOf(DefinitionInvalid.class)
                .hasMessage(
                        "the schedule has never fired up to 2026-11-09T01:00:30Z; its first slot is"
                                + " 2027-01-01T00:00:00Z. Name a slot with --slot");
    }
}
