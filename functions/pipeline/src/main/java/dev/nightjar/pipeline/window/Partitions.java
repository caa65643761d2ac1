package dev.nightjar.pipeline.window;

import dev.nightjar.core.definition.Schedule;
import dev.nightjar.core.definition.Source;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a slot reads, in full and oldest first. A window ends before the slot's own date or hour in
 * the zone, or with it under {@code include: slot}.
 */
public final class Partitions {
    /** Stands in a path for the date. */
    public static final String DATE = "{date}";

    /** Stands in a path for the hour, {@code 00} to {@code 23}. */
    public static final String HOUR = "{hour}";

    private static final DateTimeFormatter HOUR_OF_DAY =
            DateTimeFormatter.ofPattern("HH", Locale.ROOT);

    private Partitions() {}

    /** The zone of dates and hours: the schedule's, UTC without one. */
    public static ZoneId zone(@Nullable Schedule schedule) {
        return schedule == null ? ZoneOffset.UTC : ZoneId.of(schedule.timezone());
    }

    /** The partitions that the slot reads, in the zone of the machine's schedule. */
    public static List<Partition> of(Source source, Instant slot, ZoneId zone) {
        String text = source.window();
        if (!source.path().contains(DATE) || text == null) {
            return List.of(new Partition(Partition.ALL, source.path()));
        }
        Window window =
                Window.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException("no window: " + text));
        ZonedDateTime local = slot.atZone(zone);
        if (window.inHours()) {
            return hours(source, window.hours(), local);
        }
        LocalDate end = local.toLocalDate().plusDays(source.includeSlot() ? 1 : 0);
        Stream<LocalDate> dates = window.firstBefore(end).datesUntil(end);
        return source.path().contains(HOUR)
                ? dates.flatMap(date -> hoursOf(date, zone))
                        .map(hour -> partition(source, hour))
                        .distinct()
                        .toList()
                : dates.map(date -> new Partition(date.toString(), filled(source, date))).toList();
    }

    private static List<Partition> hours(Source source, int count, ZonedDateTime slot) {
        ZonedDateTime end =
                slot.truncatedTo(ChronoUnit.HOURS).plusHours(source.includeSlot() ? 1 : 0);
        // An hour that comes twice is one folder.
        return Stream.iterate(
                        end.minusHours(count), hour -> hour.isBefore(end), Partitions::nextHour)
                .map(hour -> partition(source, hour))
                .distinct()
                .toList();
    }

    private static Stream<ZonedDateTime> hoursOf(LocalDate date, ZoneId zone) {
        ZonedDateTime end = date.plusDays(1).atStartOfDay(zone);
        return Stream.iterate(
                date.atStartOfDay(zone), hour -> hour.isBefore(end), Partitions::nextHour);
    }

    private static ZonedDateTime nextHour(ZonedDateTime hour) {
        return hour.plusHours(1);
    }

    private static Partition partition(Source source, ZonedDateTime hour) {
        String digits = HOUR_OF_DAY.format(hour);
        LocalDate date = hour.toLocalDate();
        return new Partition(date + "T" + digits, filled(source, date).replace(HOUR, digits));
    }

    private static String filled(Source source, LocalDate date) {
        return source.path().replace(DATE, date.toString());
    }
}
