package dev.nightjar.asl.expression;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** {@code $fromMillis} and {@code $now}. */
final class TimeFormat {
    private static final TimePicture ISO =
            TimePicture.of("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]");
    private static final int MILLIS_PER_MINUTE = 60_000;

    private final TimeParts parts;
    private final int hours;
    private final int minutes;

    private TimeFormat(long millis, int hours, int minutes) {
        this.parts = TimeParts.of(millis + (60L * hours + minutes) * MILLIS_PER_MINUTE);
        this.hours = hours;
        this.minutes = minutes;
    }

    /**
     * A time as text.
     *
     * @param picture null for ISO 8601
     * @param zone hours and minutes from UTC as one number, e.g. {@code +0530}; null for UTC
     * @throws JsonataError D3132 to D3135 when the picture is wrong
     */
    static String format(long millis, @Nullable String picture, @Nullable String zone) {
        double offset = zone == null ? 0 : IntegerPicture.leadingNumber(zone);
        int hours = (int) Math.floor(offset / 100);
        int minutes = (int) (offset % 100);
        TimeFormat format = new TimeFormat(millis, hours, minutes);
        StringBuilder text = new StringBuilder();
        for (TimePicture.Part part : (picture == null ? ISO : TimePicture.of(picture)).parts()) {
            text.append(
                    switch (part) {
                        case TimePicture.Literal literal -> literal.text();
                        case TimePicture.Marker marker -> format.marker(marker);
                    });
        }
        return text.toString();
    }

    private String marker(TimePicture.Marker marker) {
        return switch (marker.component()) {
            case 'Z', 'z' -> zone(marker);
            case 'C', 'E' -> "ISO";
            case 'P' -> {
                String half = parts.number('P') == 1 ? "pm" : "am";
                boolean upper = marker.names() == IntegerPicture.LetterCase.UPPER;
                yield upper ? half.toUpperCase(Locale.ROOT) : half;
            }
            default -> marker.names() == null ? number(marker) : name(marker);
        };
    }

    private String number(TimePicture.Marker marker) {
        double number = parts.number(marker.component());
        if (marker.component() == 'Y' && marker.size() != null) {
            number %= Math.pow(10, marker.size());
        }
        return requireNonNull(marker.number(), "number is null").format(number);
    }

    private String name(TimePicture.Marker marker) {
        int number = parts.number(marker.component()) - 1;
        String name =
                switch (marker.component()) {
                    case 'M', 'x' -> TimeParts.MONTHS.get(number);
                    case 'F' -> TimeParts.DAYS.get(number);
                    default ->
                            throw JsonataError.about(String.valueOf(marker.component()), "D3133");
                };
        String cased = TimePicture.cased(name, requireNonNull(marker.names(), "names is null"));
        Integer longest = marker.longest();
        return longest == null || cased.length() <= longest ? cased : cased.substring(0, longest);
    }

    private String zone(TimePicture.Marker marker) {
        int offset = hours * 100 + minutes;
        if (offset == 0 && marker.traditional()) {
            zoneDigits(marker, offset);
            return "Z";
        }
        return (marker.component() == 'z' ? "GMT" : "")
                + (offset >= 0 ? "+" : "")
                + zoneDigits(marker, offset);
    }

    private String zoneDigits(TimePicture.Marker marker, int offset) {
        IntegerPicture number = requireNonNull(marker.number(), "number is null");
        DigitPattern digits = number.digits();
        if (digits == null || digits.isRegular() || digits.mandatory() == 3) {
            return number.format(offset);
        }
        return switch (digits.mandatory()) {
            case 1, 2 -> {
                String rest = minutes == 0 ? "" : ":" + "%02d".formatted(minutes);
                yield number.format(hours) + rest;
            }
            case 4 -> number.format(offset);
            default -> throw JsonataError.about(digits.mandatory(), "D3134");
        };
    }
}
