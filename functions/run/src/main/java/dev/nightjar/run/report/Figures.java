package dev.nightjar.run.report;

import dev.nightjar.core.gate.Metric;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Numbers, times and names as reports show them; the same in every locale. */
final class Figures {
    /** What stands where nothing was measured. */
    static final String NONE = "–";

    private static final int LONGEST = 120;
    private static final int MOST_DIGITS = 12;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Figures() {}

    /** {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The count, or a dash. */
    static String count(@Nullable Long number) {
        return number == null ? NONE : count(number.longValue());
    }

    /** {@code 1 row}, {@code 2 rows}. */
    static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** A number with so many digits after the point. */
    static String decimal(double number, int digits) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "not a number" : number > 0 ? "infinite" : "-infinite";
        }
        String text = String.format(Locale.ROOT, "%,." + digits + "f", number);
        return text.replace('-', '−');
    }

    /** A number with about four figures that matter, without zeros at its end. */
    static String plain(double number) {
        double size = Math.abs(number);
        if (size != 0 && (size < 1e-4 || size >= 1e12) && Double.isFinite(number)) {
            return String.format(Locale.ROOT, "%.2e", number).replace('-', '−');
        }
        if (number == Math.rint(number) && size < 1e12) {
            return decimal(number, 0);
        }
        String text = decimal(number, digits(size));
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /** A metric's value in its own unit. */
    static String metric(String name, double value) {
        return metric(name, value, 0);
    }

    /** A metric's value in its own unit, with so many digits more than usual. */
    static String metric(String name, double value, int more) {
        Optional<Metric> metric = Metric.named(name);
        if (metric.isEmpty()) {
            return plain(value);
        }
        return switch (metric.get()) {
            case ROWS_PER_SECOND -> decimal(value, more);
            case MODEL_BYTES ->
                    more == 0
                            ? bytes(Math.round(value))
                            : count(Math.round(value), "byte", "bytes");
            case RMSE, MAE -> decimal(value, digits(Math.abs(value)) + more);
            case AUC, LOG_LOSS, BRIER, ACCURACY, MACRO_F1, R2 -> decimal(value, 4 + more);
        };
    }

    /** A metric's value, or a dash. */
    static String metric(String name, @Nullable Double value, int more) {
        return value == null ? NONE : metric(name, value.doubleValue(), more);
    }

    /** How many digits more than usual tell the values apart, and their difference from nothing. */
    static int digitsThatTell(String name, @Nullable Double one, @Nullable Double other) {
        if (one == null || other == null || one.equals(other)) {
            return 0;
        }
        int more = 0;
        while (more < MOST_DIGITS && !told(name, one, other, more)) {
            more++;
        }
        return more;
    }

    private static boolean told(String name, double one, double other, int more) {
        String difference = metric(name, Math.abs(one - other), more);
        return !metric(name, one, more).equals(metric(name, other, more))
                && !difference.equals(metric(name, 0.0, more));
    }

    /** {@code 2.0 %}. */
    static String share(long part, long whole) {
        if (part == 0 || part == whole) {
            return part == 0 ? "0 %" : "100 %";
        }
        double share = (double) part / whole;
        return share > 0.9995 && share < 1 ? "> 99.9 %" : percent(share);
    }

    /** A share as percents. */
    static String percent(double share) {
        double percent = 100 * share;
        if (percent > 0 && percent < 0.01) {
            return "< 0.01 %";
        }
        return decimal(percent, percent < 1 ? 2 : 1) + " %";
    }

    /** {@code 1.4 MB}. */
    static String bytes(long bytes) {
        String[] units = {"bytes", "kB", "MB", "GB", "TB"};
        int unit = 0;
        double value = (double) bytes;
        while (Math.abs(value) >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return decimal(value, unit == 0 || Math.abs(value) >= 100 ? 0 : 1) + " " + units[unit];
    }

    /** {@code 0.42 s}, {@code 12 min 5 s}, {@code 3 h 5 min}. */
    static String duration(double seconds) {
        double size = Math.abs(seconds);
        if (size < 60) {
            return decimal(seconds, size < 1 ? 3 : size < 10 ? 2 : 1) + " s";
        }
        long whole = Math.round(size);
        String text =
                whole < 3600
                        ? whole / 60 + " min " + whole % 60 + " s"
                        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
        return seconds < 0 ? "−" + text : text;
    }

    /** Day and minute. */
    static String minute(Instant time) {
        return MINUTE.format(time);
    }

    /** To the second. */
    static String second(Instant time) {
        return SECOND.format(time);
    }

    /** The text, its middle left out when it is very long. */
    static String shortened(String text) {
        return shortened(text, LONGEST);
    }

    /** The text, its middle left out when it is longer than so many characters. */
    static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int half = (longest - 1) / 2;
        return text.substring(0, half) + "…" + text.substring(text.length() - half);
    }

    private static int digits(double size) {
        return size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
    }
}
