package dev.nightjar.pipeline.functions;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one function is and is given: an entry of {@code functions.yaml}. Immutable.
 *
 * @param name as the placeholder in the state machines spells it
 * @param className of the handler
 * @param archive the deployable that it is in: {@code training} or {@code scoring}
 * @param memory in megabytes
 * @param timeout of one call
 * @param flags of its JVM
 * @param keys patterns of the store's keys, by verb
 * @param uses what it uses beside the store
 */
public record FunctionEntry(
        String name,
        String className,
        String archive,
        int memory,
        Duration timeout,
        List<String> flags,
        SortedMap<String, List<String>> keys,
        Set<FunctionUse> uses) {
    public FunctionEntry {
        requireNonNull(name, "name is null");
        requireNonNull(className, "className is null");
        requireNonNull(archive, "archive is null");
        requireNonNull(timeout, "timeout is null");
        flags = List.copyOf(flags);
        uses = Set.copyOf(uses);
        SortedMap<String, List<String>> copies = new TreeMap<>();
        for (Map.Entry<String, List<String>> entry : keys.entrySet()) {
            copies.put(entry.getKey(), List.copyOf(entry.getValue()));
        }
        keys = Collections.unmodifiableSortedMap(copies);
    }
}
