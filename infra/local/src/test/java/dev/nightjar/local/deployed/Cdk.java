package dev.nightjar.local.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.platform.Home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The pinned command line of the CDK, called as a person calls it: {@code npx cdk} at the root. */
final class Cdk {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Path home = Home.find().folder();
    private final Path scratch;
    private final Map<String, String> environment;

    /**
     * @param scratch a folder for what the calls write
     * @param environment what the calls need beside this process' own
     */
    Cdk(Path scratch, Map<String, String> environment) {
        this.scratch = requireNonNull(scratch, "scratch is null");
        this.environment = Map.copyOf(environment);
    }

    /** Whether {@code npm ci} has put it there. */
    static boolean isInstalled() {
        return Files.isExecutable(Home.find().folder().resolve("node_modules/.bin/cdk"));
    }

    /** Prepares the account and region; answers the cloud assembly that is made on the way. */
    Path bootstrap(StackSettings settings) throws IOException, InterruptedException {
        return run("bootstrap", settings, "aws://000000000000/us-east-1");
    }

    /** Answers the cloud assembly. */
    Path synth(StackSettings settings) throws IOException, InterruptedException {
        return run("synth", settings, "--quiet");
    }

    /** Deploys the stack and asks nobody; answers the cloud assembly. */
    Path deploy(StackSettings settings) throws IOException, InterruptedException {
        return run("deploy", settings, "--require-approval", "never");
    }

    /** Deploys what was synthesized before. */
    void deploy(Path assembly) throws IOException, InterruptedException {
        call(List.of("deploy", "--app", assembly.toString(), "--require-approval", "never"));
    }

    /** Removes the stack; nobody is asked. */
    void destroy(StackSettings settings) throws IOException, InterruptedException {
        run("destroy", settings, "--force");
    }

    private Path run(String command, StackSettings settings, String... options)
            throws IOException, InterruptedException {
        Path assembly = Files.createTempDirectory(scratch, "assembly");
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(settings.options());
        arguments.addAll(List.of("--output", assembly.toString()));
        arguments.addAll(List.of(options));
        call(arguments);
        return assembly;
    }

    private void call(List<String> arguments) throws IOException, InterruptedException {
        Path said = Files.createTempFile(scratch, "cdk", ".log");
        List<String> command = new ArrayList<>(List.of("npx", "--no-install", "cdk"));
        command.addAll(arguments);
        // What the CDK's makers have to tell is not asked of the network.
        command.add("--no-notices");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(home.toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("CDK_DISABLE_CLI_TELEMETRY", "true");
        assertThat(exitCode(builder.start()))
                .as(() -> "exit code of " + command + "\n" + text(said))
                .isZero();
    }

    private static int exitCode(Process process) throws InterruptedException {
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        return process.waitFor();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
