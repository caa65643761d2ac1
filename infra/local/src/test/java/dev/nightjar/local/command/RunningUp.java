package dev.nightjar.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.local.Nightjar;
import dev.nightjar.local.platform.Home;
import dev.nightjar.pipeline.json.Json;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

/** {@code up --json} on a thread of its own, whose lines are read as they come. */
final class RunningUp implements AutoCloseable {
    private final List<JsonNode> events = new ArrayList<>();
    private final Lines lines = new Lines();
    private final Thread thread;
    private int exitCode = -1;

    /** What is written, line by line, whichever thread writes; empty at its end. */
    private static final class Lines extends OutputStream {
        private final BlockingQueue<Optional<String>> whole = new LinkedBlockingQueue<>();
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int octet) {
            if (octet == '\n') {
                whole.add(Optional.of(line.toString(UTF_8)));
                line.reset();
            } else {
                line.write(octet);
            }
        }

        @Override
        public void close() {
            whole.add(Optional.empty());
        }
    }

    private RunningUp(Path folder, InstantSource clock, String... arguments) {
        World world =
                new World(
                        new PrintStream(lines, true, UTF_8),
                        new PrintStream(OutputStream.nullOutputStream(), true, UTF_8),
                        Map.of(),
                        folder,
                        Home::find,
                        clock,
                        false);
        List<String> words = new ArrayList<>(List.of("up", "--json"));
        words.addAll(List.of(arguments));
        thread =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    exitCode = Nightjar.run(world, words.toArray(String[]::new));
                                    world.out().close();
                                });
    }

    static RunningUp in(Path folder, InstantSource clock, String... arguments) {
        return new RunningUp(folder, clock, arguments);
    }

    /** Waits for the first event that is so from now on. */
    JsonNode await(Predicate<JsonNode> wanted) throws InterruptedException {
        Optional<String> line = lines.whole.take();
        while (line.isPresent()) {
            JsonNode event = Json.parse(line.get());
            events.add(event);
            if (wanted.test(event)) {
                return event;
            }
            line = lines.whole.take();
        }
        throw new AssertionError("ended before it came: " + events);
    }

    /** Waits for the first event of the kind from now on. */
    JsonNode await(String kind) throws InterruptedException {
        return await(event -> event.path("event").asString().equals(kind));
    }

    /** Stops it; the answer is its last event. */
    JsonNode stop() throws InterruptedException {
        thread.interrupt();
        JsonNode last = await("stopped");
        thread.join();
        return last;
    }

    int exitCode() {
        return exitCode;
    }

    /** All events that were read. */
    List<JsonNode> events(String kind) {
        return events.stream()
                .filter(event -> event.path("event").asString().equals(kind))
                .toList();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
