package dev.nightjar.asl.expression;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The parts of a time, by the letters of pictures. Immutable. */
final class TimeParts {
    /** The names of the months, January first. */
    static final List<String> MONTHS =
            Arrays.stream(Month.values())
                    .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .toList();

    /** The names of the days, Monday first. */
    static final List<String> DAYS =
            Arrays.stream(DayOfWeek.values())
                    .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .toList();

    private final LocalDateTime time;

    private TimeParts(LocalDateTime time) {
        this.time = time;
    }

    static TimeParts of(long millis) {
        return new TimeParts(LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC));
    }

    /** A part's number; a part without one is 0. */
    int number(char component) {
        LocalDate thursday = thursday();
        return switch (component) {
            case 'Y' -> time.getYear();
            case 'M' -> time.getMonthValue();
            case 'D' -> time.getDayOfMonth();
            case 'd' -> time.getDayOfYear();
            case 'F' -> time.getDayOfWeek().getValue();
            case 'W' -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case 'X' -> time.get(IsoFields.WEEK_BASED_YEAR);
            case 'w' -> (thursday.getDayOfMonth() + 6) / 7;
            case 'x' -> thursday.getMonthValue();
            case 'H' -> time.getHour();
            case 'h' -> time.get(ChronoField.CLOCK_HOUR_OF_AMPM);
            case 'P' -> time.getHour() / 12;
            case 'm' -> time.getMinute();
            case 's' -> time.getSecond();
            case 'f' -> time.get(ChronoField.MILLI_OF_SECOND);
            default -> 0;
        };
    }

    /** A week belongs to the month that its Thursday is in. */
    private LocalDate thursday() {
        return time.toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusDays(3);
    }
}
