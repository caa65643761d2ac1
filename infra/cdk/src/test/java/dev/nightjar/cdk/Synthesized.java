package dev.nightjar.cdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.pipeline.json.Json;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;

import org.junit.jupiter.api.Assumptions;

import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.assertions.Template;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The stack of this repository's own pipelines, with small stand-ins for the archives. Made once in
 * a JVM, because the first takes seconds: the CDK runs in a process of Node.js.
 */
final class Synthesized {
    /** When it is deployed. */
    static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-02T12:00:00Z"));

    private static final class Standard {
        static final Synthesized STACK = of(Map.of());
    }

    private final JsonNode tree;
    private final Resources resources;
    private final Path assembly;

    private Synthesized(App app, NightjarStack stack) {
        this.assembly = Path.of(app.synth().getDirectory());
        Template template = Template.fromStack(stack);
        this.tree = Json.tree(template.toJSON());
        this.resources = new Resources(template);
    }

    /** With the default settings. */
    static Synthesized standard() {
        needNode();
        return Standard.STACK;
    }

    /** With settings of its own. */
    static Synthesized of(Map<String, ?> settings) {
        needNode();
        App app = app(settings);
        Aspects.of(app).add(new AwsSolutionsChecks());
        NightjarApp nightjar = new NightjarApp(Project.ROOT, standInArchives(), NOON, System.err);
        return new Synthesized(app, nightjar.addStack(app));
    }

    /** An app whose assembly goes to a temporary folder. */
    static App app(Map<String, ?> settings) {
        return new App(
                AppProps.builder()
                        .analyticsReporting(false)
                        .outdir(temporary("assembly").toString())
                        .context(settings)
                        .build());
    }

    static void needNode() {
        boolean found = nodeRuns();
        if ("true".equals(System.getenv("CI")) && !found) {
            throw new AssertionError("CI has no node: the CDK's tests would not run at all");
        }
        Assumptions.assumeTrue(
                found, "skipped: the CDK runs in Node.js, and there is no node here");
    }

    /** The template's resources, as one would say them. */
    Resources resources() {
        return resources;
    }

    /** All resources of a type with all that stands beside their properties, by logical id. */
    SortedMap<String, JsonNode> all(String type) {
        SortedMap<String, JsonNode> found = new TreeMap<>();
        for (Map.Entry<String, JsonNode> resource : tree.path("Resources").properties()) {
            if (resource.getValue().path("Type").asString().equals(type)) {
                found.put(resource.getKey(), resource.getValue());
            }
        }
        return found;
    }

    /** The types of all resources. */
    SortedSet<String> types() {
        SortedSet<String> types = new TreeSet<>();
        tree.path("Resources").forEach(resource -> types.add(resource.path("Type").asString()));
        return types;
    }

    /** What becomes of resources of a type, on removal and on replacement, each named once. */
    SortedSet<String> removals(String type) {
        SortedSet<String> removals = new TreeSet<>();
        for (JsonNode resource : all(type).values()) {
            removals.add(resource.path("DeletionPolicy").asString("Delete"));
            removals.add(resource.path("UpdateReplacePolicy").asString("Delete"));
        }
        return removals;
    }

    /** The folder with template, manifest and assets. */
    Path assembly() {
        return assembly;
    }

    private static Archives standInArchives() {
        Path root = temporary("archives");
        try {
            for (String archive : List.of("training", "scoring")) {
                Path file = root.resolve("functions/" + archive + "/target/" + archive + ".jar");
                Files.createDirectories(file.getParent());
                Files.write(file, ("stand-in of " + archive).getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Archives(root, Archives.CHECKED);
    }

    private static Path temporary(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean nodeRuns() {
        try {
            return new ProcessBuilder("node", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
