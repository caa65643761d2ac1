package dev.nightjar.local.deploy;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.aws.AwsConfigured;
import dev.nightjar.local.command.CommandFailure;
import dev.nightjar.local.command.World;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.screen.Terminal;
import dev.nightjar.pipeline.json.Json;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The CDK's command line in the version that {@code package.json} pins, run as {@code npx
 * --no-install cdk} at the repository's root.
 *
 * @param home that root
 */
public record CdkTool(Path home, ToolPath tools) {
    private static final String PACKAGE = "aws-cdk";

    public CdkTool {
        requireNonNull(home, "home is null");
        requireNonNull(tools, "tools is null");
    }

    /** That of the world's repository and PATH. */
    public static CdkTool of(World world) {
        return new CdkTool(
                world.home().get().folder(),
                new ToolPath(world.environment().getOrDefault("PATH", "")));
    }

    /** The version that is pinned, when there is a package.json that pins one. */
    public Optional<String> pinned() {
        return text(home.resolve("package.json"), "/devDependencies/" + PACKAGE);
    }

    /** The version that is installed. */
    public Optional<String> installed() {
        return text(
                home.resolve("node_modules").resolve(PACKAGE).resolve("package.json"), "/version");
    }

    /** Whether the pinned version is the installed one. */
    public boolean isReady() {
        return installed().isPresent() && installed().equals(pinned());
    }

    private static Optional<String> text(Path file, String pointer) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode text = Json.parse(Files.readAllBytes(file)).at(pointer);
            return text.isString() ? Optional.of(text.asString()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Installs the pinned version unless it is there, and says so. */
    void install(Terminal terminal, PassedThrough programs) throws InterruptedException {
        if (isReady()) {
            return;
        }
        String npm = program("npm");
        terminal.note("installing the pinned CDK command line (npm ci) into node_modules/");
        int exitCode = programs.run(home, List.of(npm, "ci"));
        if (exitCode != 0) {
            throw new CommandFailure(
                    Exits.SYSTEM,
                    "npm ci ended with exit code " + exitCode,
                    "mend what it says, then   npm ci");
        }
    }

    /** Runs a command of the CDK; answers its exit code. */
    int run(PassedThrough programs, List<String> arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(program("npx"), "--no-install", "cdk"));
        command.addAll(arguments);
        return programs.run(home, command);
    }

    /**
     * Says beforehand that nobody is signed in: the build is long, and the CDK says it at its end.
     */
    static void noteMissingCredentials(World world, Terminal terminal) {
        if (!AwsConfigured.is(world.environment())) {
            terminal.note(
                    "no AWS credentials are set up here; going on, this machine may have a role");
        }
    }

    /** That a command of the CDK failed, with what is most likely to help. */
    static CommandFailure failed(String command, int exitCode, World world) {
        return new CommandFailure(
                Exits.SYSTEM,
                "cdk %s ended with exit code %d; what failed stands above"
                        .formatted(command, exitCode),
                AwsConfigured.is(world.environment())
                        ? "./nightjar doctor"
                        : AwsConfigured.FIX + "; then   ./nightjar " + command);
    }

    private String program(String name) {
        return tools.find(name)
                .map(Path::toString)
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        Exits.SYSTEM,
                                        name
                                                + " is not on the PATH; the CDK's command line"
                                                + " needs Node.js, 22 or newer",
                                        "install Node.js (https://nodejs.org), then   ./nightjar"
                                                + " doctor"));
    }
}
