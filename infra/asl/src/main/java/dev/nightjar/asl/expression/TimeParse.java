package dev.nightjar.asl.expression;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code $toMillis}. Used by one thread. */
final class TimeParse {
    private static final Pattern ISO_LIKE =
            Pattern.compile(
                    "\\d{4}(-[01]\\d)*(-[0-3]\\d)*(T[0-2]\\d:[0-5]\\d:[0-5]\\d)*(\\.\\d+)?"
                            + "([+-][0-2]\\d:?[0-5]\\d|Z)?");
    private static final Pattern ISO =
            Pattern.compile(
                    "(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?"
                            + "(?:T(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?"
                            + "(?:([+-])(\\d\\d):?(\\d\\d)|Z)?)?");
    private static final long MILLIS_PER_MINUTE = 60_000;
    private static final long MILLIS_PER_HOUR = 60 * MILLIS_PER_MINUTE;
    private static final long MILLIS_PER_DAY = 24 * MILLIS_PER_HOUR;

    private final Map<Character, Double> components = new HashMap<>();

    private TimeParse() {}

    /**
     * An ISO 8601 time in milliseconds; NaN when it looks like one, but is none.
     *
     * @throws JsonataError D3110 when it does not look like one
     */
    static Number iso(String text) {
        if (!ISO_LIKE.matcher(text).matches()) {
            throw JsonataError.about(text, "D3110");
        }
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            return Double.NaN;
        }
        int month = part(iso, 2, 1);
        int day = part(iso, 3, 1);
        int hour = part(iso, 4, 0);
        if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24) {
            return Double.NaN;
        }
        long millis =
                days(part(iso, 1, 0), month - 1, day) * MILLIS_PER_DAY
                        + hour * MILLIS_PER_HOUR
                        + part(iso, 5, 0) * MILLIS_PER_MINUTE
                        + part(iso, 6, 0) * 1000L
                        + fraction(iso.group(7));
        long offset = part(iso, 9, 0) * MILLIS_PER_HOUR + part(iso, 10, 0) * MILLIS_PER_MINUTE;
        return JsonataValue.number("-".equals(iso.group(8)) ? millis + offset : millis - offset);
    }

    private static int part(Matcher iso, int group, int otherwise) {
        return iso.group(group) == null ? otherwise : Integer.parseInt(iso.group(group));
    }

    private static int fraction(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "00").substring(0, 3));
    }

    private static long days(long year, long month, long day) {
        return LocalDate.of(0, 1, 1).plusYears(year).plusMonths(month).toEpochDay() + day - 1;
    }

    /**
     * A time in a picture in milliseconds; null when the text is not of the picture.
     *
     * @param now what is more significant than the picture's parts comes from this time
     * @throws JsonataError D3132 to D3136 when the picture is wrong
     */
    static @Nullable Number of(String text, String picture, long now) {
        List<Character> letters = new ArrayList<>();
        List<TimePicture.Marker> markers = new ArrayList<>();
        StringBuilder regex = new StringBuilder();
        for (TimePicture.Part part : TimePicture.of(picture).parts()) {
            switch (part) {
                case TimePicture.Literal literal -> regex.append(Pattern.quote(literal.text()));
                case TimePicture.Marker marker -> {
                    regex.append('(').append(regexOf(marker)).append(')');
                    markers.add(marker);
                    letters.add(marker.component());
                }
            }
        }
        Matcher matcher = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE).matcher(text);
        if (markers.isEmpty() || !matcher.matches()) {
            return null;
        }
        TimeParse parse = new TimeParse();
        for (int i = 0; i < markers.size(); i++) {
            Double value = valueOf(markers.get(i), matcher.group(i + 1));
            if (value != null) {
                parse.components.put(letters.get(i), value);
            }
        }
        return parse.millis(TimeParts.of(now));
    }

    private static String regexOf(TimePicture.Marker marker) {
        IntegerPicture number = marker.number();
        char component = marker.component();
        if (component == 'Z' || component == 'z') {
            String separator = separatorOf(marker);
            return (component == 'z' ? "GMT" : "")
                    + "[-+][0-9]+"
                    + (separator == null ? "" : Pattern.quote(separator) + "[0-9]+");
        }
        if (number == null) {
            if ("MxFP".indexOf(component) < 0) {
                throw JsonataError.about(String.valueOf(component), "D3133");
            }
            return "[a-zA-Z]+";
        }
        return number.regex(repetition(marker));
    }

    private static String repetition(TimePicture.Marker marker) {
        Integer size = marker.size();
        if (size == null || size <= 0) {
            return "+";
        }
        DigitPattern digits = marker.number() == null ? null : marker.number().digits();
        int optional = digits == null ? 0 : digits.optional();
        return optional == 0 ? "{" + size + "}" : "{" + (size - optional) + "," + size + "}";
    }

    private static @Nullable String separatorOf(TimePicture.Marker marker) {
        DigitPattern digits = marker.number() == null ? null : marker.number().digits();
        return digits == null || !digits.isRegular() ? null : digits.separators().getFirst().sign();
    }

    private static @Nullable Double valueOf(TimePicture.Marker marker, String text) {
        return switch (marker.component()) {
            case 'Z' -> offset(marker, text);
            case 'z' -> offset(marker, text.substring(3));
            default -> {
                if (marker.number() != null) {
                    yield marker.number().parse(text);
                }
                yield switch (marker.component()) {
                    case 'P' -> named(List.of("am", "pm"), text, marker, 0);
                    case 'F' -> named(TimeParts.DAYS, text, marker, 1);
                    default -> named(TimeParts.MONTHS, text, marker, 1);
                };
            }
        };
    }

    private static @Nullable Double named(
            List<String> names, String text, TimePicture.Marker marker, int first) {
        Integer longest = marker.longest();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            int length = longest == null ? name.length() : Math.min(longest, name.length());
            boolean half = marker.component() == 'P' && name.equalsIgnoreCase(text);
            if (half || name.substring(0, length).equals(text)) {
                return (double) i + first;
            }
        }
        return null;
    }

    /** Minutes from UTC. */
    private static double offset(TimePicture.Marker marker, String text) {
        String separator = separatorOf(marker);
        int at = separator == null ? Math.min(3, text.length()) : text.indexOf(separator);
        double hours = IntegerPicture.leadingNumber(text.substring(0, at));
        double minutes =
                IntegerPicture.leadingNumber(text.substring(separator == null ? at : at + 1));
        return hours * 60 + (Double.isNaN(minutes) ? 0 : minutes);
    }

    private Number millis(TimeParts now) {
        boolean byDay = !isOnly("YMD", "YXMxWwdD") && isOnly("Yd", "YXMxWwdD");
        boolean byMonthsWeek = isOnly("XxwF", "YXMxWwdD");
        boolean byWeek = !byMonthsWeek && isOnly("XWF", "YXMxWwdD");
        boolean halves = !isOnly("Hmsf", "PHhmsf") && isOnly("Phmsf", "PHhmsf");
        String date = byDay ? "YD" : byMonthsWeek ? "XxwF" : byWeek ? "XWF" : "YMD";
        complete(date + (halves ? "Phmsf" : "Hmsf"), now);
        if (byMonthsWeek || byWeek) {
            throw JsonataError.of("D3136");
        }
        double hour = halves ? value('h') % 12 + 12 * value('P') : value('H');
        double year = value('Y');
        double month = byDay ? 0 : Math.max(0, value('M') - 1);
        double day = byDay ? value('d') : value('D');
        double zone = components.getOrDefault('Z', components.getOrDefault('z', 0.0));
        double sum = year + month + day + hour + value('m') + value('s') + value('f') + zone;
        if (Double.isNaN(sum)) {
            return Double.NaN;
        }
        long fullYear = (long) (year >= 0 && year <= 99 ? year + 1900 : year);
        return JsonataValue.number(
                days(fullYear, (long) month, (long) day) * MILLIS_PER_DAY
                        + hour * MILLIS_PER_HOUR
                        + (value('m') - zone) * MILLIS_PER_MINUTE
                        + value('s') * 1000
                        + value('f'));
    }

    private double value(char component) {
        return requireNonNull(components.getOrDefault(component, 0.0), "component is null");
    }

    /** Whether some of the parts are given, and none of the others of their family. */
    private boolean isOnly(String parts, String family) {
        boolean some = false;
        for (int i = 0; i < family.length(); i++) {
            char each = family.charAt(i);
            boolean given = value(each) != 0;
            if (given && parts.indexOf(each) < 0) {
                return false;
            }
            some |= given;
        }
        return some;
    }

    /** What is before the given parts comes from now, what is after them is the least. */
    private void complete(String parts, TimeParts now) {
        boolean started = false;
        boolean ended = false;
        for (int i = 0; i < parts.length(); i++) {
            char each = parts.charAt(i);
            if (components.containsKey(each)) {
                if (ended) {
                    throw JsonataError.of("D3136");
                }
                started = true;
            } else if (started) {
                components.put(each, "MDd".indexOf(each) >= 0 ? 1.0 : 0.0);
                ended = true;
            } else {
                components.put(each, (double) now.number(each));
            }
        }
    }
}
