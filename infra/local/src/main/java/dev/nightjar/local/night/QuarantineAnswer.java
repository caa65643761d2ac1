package dev.nightjar.local.night;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows kept out.
 *
 * @param path of the file, or of the folder where there are several; null when no row was kept out
 * @param byRule rows by rule
 */
public record QuarantineAnswer(@Nullable String path, SortedMap<String, Long> byRule) {
    public QuarantineAnswer {
        byRule = Collections.unmodifiableSortedMap(new TreeMap<>(byRule));
    }
}
