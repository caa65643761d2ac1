package dev.nightjar.local.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.data.PublicTables;
import dev.nightjar.local.CommandRun;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The nights over the real tables. Each pipeline is trained and scored once, when the first test
 * asks for it, in one store for all test classes.
 */
final class RealNights implements AutoCloseable {
    /** The slot of all nights. */
    static final String SLOT = "2026-11-02T01:00Z";

    private final Path store = temporary();
    private final Map<String, Night> nights = new HashMap<>();

    /** What {@code train --json} and {@code score --json} answered. */
    record Night(JsonNode trained, JsonNode scored) {}

    /** Hands the nights to constructors of tests. */
    static final class Provider implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType().equals(RealNights.class);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(RealNights.class))
                    .computeIfAbsent(RealNights.class, _ -> new RealNights(), RealNights.class);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("nightjar-realdata");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of a pipeline of ours. */
    static Path file(String pipeline) {
        try {
            var found = RealNights.class.getResource("/realdata/" + pipeline + ".yaml");
            assertThat(found).as(pipeline).isNotNull();
            return Path.of(found.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The folder of the tables; without one the test is skipped. */
    Path data() {
        return PublicTables.folder();
    }

    Path store() {
        return store;
    }

    /** The night of a pipeline with the candidates of its file. */
    Night of(String pipeline) {
        return nights.computeIfAbsent(pipeline, _ -> night(pipeline, pipeline));
    }

    /** The night of a pipeline with another candidate, under another name. */
    Night of(String pipeline, String name, String candidate) {
        return nights.computeIfAbsent(
                name,
                _ ->
                        night(
                                pipeline,
                                name,
                                "pipeline=" + name,
                                "training.candidates=[" + candidate + "]"));
    }

    private Night night(String pipeline, String name, String... sets) {
        CommandRun trained = run("train", pipeline, sets);
        assertThat(trained.exitCode()).as("train %s: %s", name, trained.err()).isZero();
        CommandRun scored = run("score", pipeline, sets);
        assertThat(scored.exitCode()).as("score %s: %s", name, scored.err()).isZero();
        return new Night(trained.document(), scored.document());
    }

    /** Runs a command that takes a pipeline file of ours. */
    CommandRun run(String command, String pipeline, String... sets) {
        return runAt(SLOT, command, pipeline, sets);
    }

    /** The same for another slot. */
    CommandRun runAt(String slot, String command, String pipeline, String... sets) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of(command, file(pipeline).toString(), "--json"));
        arguments.addAll(List.of("--data", data().toString(), "--slot", slot));
        arguments.addAll(List.of("--store", store.toString()));
        for (String set : sets) {
            arguments.addAll(List.of("--set", set));
        }
        return CommandRun.in(store, arguments.toArray(String[]::new));
    }

    /** The committed rows of a night, with their header. */
    List<String> results(String name) {
        CommandRun run =
                CommandRun.in(store, "results", name, "--slot", SLOT, "--store", store.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out().lines().toList();
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(store)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
