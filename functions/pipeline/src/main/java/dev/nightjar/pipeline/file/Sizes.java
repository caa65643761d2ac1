package dev.nightjar.pipeline.file;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes: {@code 64MB} is decimal, {@code 64MiB} binary, a number alone counts bytes. */
final class Sizes {
    private static final Pattern SIZE = Pattern.compile("([0-9.]+)([A-Za-z]*)");
    private static final Map<String, Long> UNITS =
            Map.ofEntries(
                    Map.entry("", 1L),
                    Map.entry("B", 1L),
                    Map.entry("kB", 1_000L),
                    Map.entry("KB", 1_000L),
                    Map.entry("MB", 1_000_000L),
                    Map.entry("GB", 1_000_000_000L),
                    Map.entry("TB", 1_000_000_000_000L),
                    Map.entry("KiB", 1L << 10),
                    Map.entry("MiB", 1L << 20),
                    Map.entry("GiB", 1L << 30),
                    Map.entry("TiB", 1L << 40));

    private Sizes() {}

    /** The bytes of a size that the schema has let pass. */
    static long bytes(JsonNode size) {
        if (size.isNumber()) {
            return size.longValue();
        }
        Matcher parts = SIZE.matcher(size.asString());
        Long unit = parts.matches() ? UNITS.get(parts.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("no size: " + size);
        }
        return new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(unit)).longValue();
    }
}
