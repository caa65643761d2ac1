package dev.nightjar.local.deploy;

import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The outputs of the stack.
 *
 * @param values by name
 */
record StackOutputs(SortedMap<String, String> values) {
    /** Of the file that {@code cdk deploy --outputs-file} writes; empty when it wrote none. */
    static StackOutputs read(Path file, String stack) {
        SortedMap<String, String> values = new TreeMap<>();
        if (Files.isRegularFile(file)) {
            try {
                Json.parse(Files.readAllBytes(file))
                        .path(stack)
                        .properties()
                        .forEach(each -> values.put(each.getKey(), each.getValue().asString("")));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        return new StackOutputs(values);
    }

    @Nullable String value(String name) {
        return values.get(name);
    }

    /** The store, as {@code --store} takes it; null when the stack names no bucket. */
    @Nullable String store() {
        String bucket = value("Bucket");
        return bucket == null ? null : "s3://" + bucket;
    }

    /** All by name, for programs. */
    Map<String, String> all() {
        return Map.copyOf(values);
    }
}
