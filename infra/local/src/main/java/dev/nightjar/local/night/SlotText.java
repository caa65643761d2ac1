package dev.nightjar.local.night;

import dev.nightjar.core.night.Slot;

import java.time.ZoneOffset;

/** How people write slots. */
public final class SlotText {
    private SlotText() {}

    /** {@code 2026-11-02T01:00Z}. */
    public static String iso(Slot slot) {
        return slot.time().atOffset(ZoneOffset.UTC).toString();
    }
}
