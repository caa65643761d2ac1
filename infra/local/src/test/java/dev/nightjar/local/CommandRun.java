package dev.nightjar.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.local.command.World;
import dev.nightjar.local.platform.Home;
import dev.nightjar.pipeline.json.Json;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * A command that was run through the public entry, with what it wrote.
 *
 * @param out standard output
 * @param err standard error
 */
public record CommandRun(int exitCode, String out, String err) {
    /** Monday morning after the night that the tiny pipelines live in. */
    public static final Instant NOW = Instant.parse("2026-11-02T06:00:00Z");

    /** Runs a command in the folder. */
    public static CommandRun in(Path folder, String... arguments) {
        return in(folder, Map.of(), arguments);
    }

    /** Runs a command in the folder at another time. */
    public static CommandRun at(Instant now, Path folder, String... arguments) {
        return run(now, folder, Map.of(), arguments);
    }

    /** Runs a command in the folder with environment variables. */
    public static CommandRun in(Path folder, Map<String, String> environment, String... arguments) {
        return run(NOW, folder, environment, arguments);
    }

    private static CommandRun run(
            Instant now, Path folder, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        World world =
                new World(
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        environment,
                        folder,
                        Home::find,
                        InstantSource.fixed(now),
                        false);
        int exitCode = Nightjar.run(world, arguments);
        return new CommandRun(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** The one document on standard output. */
    public JsonNode document() {
        if (out.lines().count() != 1) {
            throw new AssertionError("not one document but: " + out + "\nstandard error: " + err);
        }
        return Json.parse(out);
    }

    /** The documents on standard output, one a line. */
    public List<JsonNode> documents() {
        return out.lines().map(Json::parse).toList();
    }
}
