package dev.nightjar.local.screen;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Figures as people read them. */
public final class Figures {
    private static final int BAR = 16;

    private Figures() {}

    /** {@code 60,000}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 shard}, {@code 8 shards}. */
    public static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 2.0 %} for 0.0198. */
    public static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.1f %%", ratio * 100);
    }

    /** {@code 6.1 s}; {@code 104 min} from two minutes on. */
    public static String seconds(double seconds) {
        return Math.abs(seconds) < 120
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%.0f min", seconds / 60);
    }

    /** {@code 45 s}, {@code 12 min}, {@code 3 h 12 min}, {@code 2 d 3 h}: cut, not rounded. */
    public static String span(Duration span) {
        if (span.toMinutes() < 1) {
            return span.toSeconds() + " s";
        }
        if (span.toHours() < 1) {
            return span.toMinutes() + " min";
        }
        return span.toDays() < 1
                ? span.toHours() + " h " + span.toMinutesPart() + " min"
                : span.toDays() + " d " + span.toHoursPart() + " h";
    }

    /** {@code 1.4 MB}. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
        }
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    /** {@code 1.9 M rows/s}. */
    public static String rate(double rows) {
        if (rows >= 1e6) {
            return String.format(Locale.ROOT, "%.1f M rows/s", rows / 1e6);
        }
        return rows >= 1e3
                ? String.format(Locale.ROOT, "%.0f k rows/s", rows / 1e3)
                : String.format(Locale.ROOT, "%.0f rows/s", rows);
    }

    /** {@code auc 0.8113}, {@code modelBytes 1.4 MB}. */
    public static String metric(String name, double value) {
        return name
                + " "
                + switch (name) {
                    case "modelBytes" -> bytes((long) value);
                    case "rowsPerSecond" -> rate(value);
                    default -> metric(value);
                };
    }

    /** {@code 2026-11-02T01:00:03Z}: to the second. */
    public static String time(String iso) {
        return Instant.parse(iso).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code 0.8113}: four decimals, or four digits where decimals would say nothing. */
    public static String metric(double value) {
        return Math.abs(value) >= 1000
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.4f", value);
    }

    /** How far something is, as a bar of fixed width. */
    public static String bar(int done, int total) {
        int full = total <= 0 ? BAR : (int) ((long) BAR * Math.min(done, total) / total);
        return "█".repeat(full) + "░".repeat(BAR - full);
    }
}
