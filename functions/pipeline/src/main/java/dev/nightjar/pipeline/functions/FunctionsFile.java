package dev.nightjar.pipeline.functions;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code functions.yaml}: every function with its class, memory, time-out and rights. Immutable.
 *
 * @param functions by name, in the file's order
 */
public record FunctionsFile(SequencedMap<String, FunctionEntry> functions) {
    public FunctionsFile {
        functions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(functions));
    }

    /** Reads the file. */
    public static FunctionsFile read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Reads the file's text. */
    public static FunctionsFile parse(String yaml) {
        Object root = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        SequencedMap<String, FunctionEntry> functions = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map(root, "functions.yaml").entrySet()) {
            String name = String.valueOf(entry.getKey());
            functions.put(name, entry(name, map(entry.getValue(), name)));
        }
        return new FunctionsFile(functions);
    }

    /** The function with the name. */
    public FunctionEntry function(String name) {
        FunctionEntry entry = functions.get(name);
        if (entry == null) {
            throw new IllegalArgumentException(
                    "functions.yaml has no '" + name + "'; it has " + functions.keySet());
        }
        return entry;
    }

    private static FunctionEntry entry(String name, Map<?, ?> fields) {
        return new FunctionEntry(
                name,
                text(fields, "class"),
                text(fields, "archive"),
                number(fields, "memory"),
                Duration.ofSeconds(number(fields, "timeout")),
                texts(fields.get("flags")),
                keys(fields.get("keys")),
                uses(fields.get("uses")));
    }

    private static SortedMap<String, List<String>> keys(@Nullable Object value) {
        SortedMap<String, List<String>> keys = new TreeMap<>();
        if (value != null) {
            map(value, "keys").forEach((verb, list) -> keys.put(String.valueOf(verb), texts(list)));
        }
        return keys;
    }

    private static Set<FunctionUse> uses(@Nullable Object value) {
        return texts(value).stream().map(FunctionUse::parse).collect(Collectors.toSet());
    }

    private static List<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            default -> List.of(String.valueOf(value));
        };
    }

    private static String text(Map<?, ?> fields, String key) {
        return String.valueOf(requireNonNull(fields.get(key), "functions.yaml lacks " + key));
    }

    private static int number(Map<?, ?> fields, String key) {
        return Integer.parseInt(text(fields, key));
    }

    private static Map<?, ?> map(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(what + " is no mapping");
    }
}
