package dev.nightjar.local.aws;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Machine;
import dev.nightjar.pipeline.json.Json;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How what is deployed is called, as the CDK app names it.
 *
 * @param name the setting {@code name}
 * @param pipelines the folder of the pipeline files, from the repository's root
 */
public record Deployment(String name, String pipelines) {
    public Deployment {
        requireNonNull(name, "name is null");
        requireNonNull(pipelines, "pipelines is null");
    }

    /** As {@code cdk.json} says. */
    public static Deployment read(Path home) {
        return read(home, List.of());
    }

    /**
     * As {@code cdk.json} and the options of the CDK's command line say.
     *
     * @param options of which {@code -c key=value} counts
     */
    public static Deployment read(Path home, List<String> options) {
        Map<String, String> context = new HashMap<>(stored(home.resolve("cdk.json")));
        context.putAll(typed(options));
        return new Deployment(
                context.getOrDefault("name", "nightjar"),
                context.getOrDefault("pipelines", "pipelines"));
    }

    private static Map<String, String> stored(Path file) {
        Map<String, String> context = new HashMap<>();
        if (Files.isRegularFile(file)) {
            JsonNode stored = Json.parse(bytes(file)).path("context");
            stored.properties()
                    .forEach(each -> context.put(each.getKey(), each.getValue().asString("")));
        }
        context.values().removeIf(String::isBlank);
        return context;
    }

    private static Map<String, String> typed(List<String> options) {
        Map<String, String> context = new HashMap<>();
        for (Iterator<String> words = options.iterator(); words.hasNext(); ) {
            String word = words.next();
            boolean apart = word.equals("-c") || word.equals("--context");
            String setting =
                    apart && words.hasNext()
                            ? words.next()
                            : word.startsWith("--context=") ? word.substring(10) : "";
            int equals = setting.indexOf('=');
            if (equals > 0) {
                context.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        return context;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The stack: the name with a capital. */
    public String stack() {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The state machine. */
    public String machine(Machine machine) {
        return name + "-" + machine;
    }

    /** The key that signs bundles. */
    public String signingKey() {
        return "alias/" + name + "-signing";
    }
}
