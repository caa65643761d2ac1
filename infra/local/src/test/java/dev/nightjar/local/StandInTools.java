package dev.nightjar.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.local.command.World;
import dev.nightjar.local.platform.Home;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A repository of one pipeline, and a PATH of stand-ins: real programs that note how they were
 * called and do what a test has them do.
 *
 * @param folder holds {@code home/} and {@code bin/}
 */
public record StandInTools(Path folder) {
    /** The version of the CDK that the repository pins. */
    public static final String CDK = "2.1.0";

    /** The repository with the example pipeline, the pinned CDK installed, and no programs. */
    public static StandInTools in(Path folder) {
        StandInTools tools = new StandInTools(folder);
        tools.write("home/cdk.json", "{\"app\": \"build/cdk-app\", \"context\": {}}");
        tools.write("home/package.json", "{\"devDependencies\": {\"aws-cdk\": \"" + CDK + "\"}}");
        tools.installCdk(CDK);
        tools.write("home/pipelines/loans.yaml", example());
        tools.write("bin/.keep", "");
        return tools;
    }

    /** The example pipeline file, which can be deployed. */
    public static String example() {
        try {
            return Files.readString(Home.find().pipelines().resolve("loans.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The repository. */
    public Path home() {
        return folder.resolve("home");
    }

    /** Has another version of the CDK installed. */
    public void installCdk(String version) {
        write("home/node_modules/aws-cdk/package.json", "{\"version\": \"" + version + "\"}");
    }

    /** Writes a file below the folder. */
    public void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts a program on the PATH.
     *
     * @param script what it does after it has noted its call, for a POSIX shell
     */
    public void program(String name, String script) {
        String log = folder.resolve(name + ".log").toString();
        write(
                "bin/" + name,
                """
                #!/bin/sh
                { printf '%%s\\n' "in $PWD" "as $AWS_PROFILE"; printf '%%s\\n' "$@"; } >> '%s'
                %s
                """
                        .formatted(log, script));
        try {
            Files.setPosixFilePermissions(
                    folder.resolve("bin/" + name), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a program was called: its folder, its profile of AWS, its arguments; empty if never. */
    public List<String> calls(String name) {
        Path log = folder.resolve(name + ".log");
        try {
            return Files.exists(log) ? Files.readAllLines(log) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command in the repository with this PATH. */
    public CommandRun run(String... arguments) {
        return run(Map.of(), InstantSource.fixed(CommandRun.NOW), arguments);
    }

    /** The same with more variables, at another time. */
    public CommandRun run(
            Map<String, String> environment, InstantSource clock, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Nightjar.run(world(environment, clock, out, err), arguments);
        return new CommandRun(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    private World world(
            Map<String, String> environment,
            InstantSource clock,
            ByteArrayOutputStream out,
            ByteArrayOutputStream err) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("PATH", folder.resolve("bin").toString());
        return new World(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                all,
                home(),
                () -> new Home(home()),
                clock,
                false);
    }
}
