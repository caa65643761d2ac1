package dev.nightjar.local.screen;

import dev.nightjar.core.night.Slot;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Slots on the wall clock of their schedule. */
public final class SlotTimes {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

    private SlotTimes() {}

    /** {@code Mon 2026-11-02 02:00}. */
    public static String local(Slot slot, ZoneId zone) {
        return LOCAL.format(slot.time().atZone(zone));
    }

    /** {@code 02:00}. */
    public static String time(Slot slot, ZoneId zone) {
        return TIME.format(slot.time().atZone(zone));
    }

    /** {@code +01:00}: what the zone's clock is ahead of UTC at the slot. */
    public static String offset(Slot slot, ZoneId zone) {
        return OFFSET.format(slot.time().atZone(zone));
    }
}
