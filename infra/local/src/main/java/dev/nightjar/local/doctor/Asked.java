package dev.nightjar.local.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.local.deploy.ToolPath;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Asks programs of the PATH short questions. What they say on standard error is not shown.
 *
 * @param environment of the programs
 */
record Asked(ToolPath tools, Map<String, String> environment) {
    private static final int SECONDS = 20;

    /** Some colour what they say though nobody looks. */
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[\\d;]*m");

    Asked {
        environment = Map.copyOf(environment);
    }

    /** The first line of its answer; empty when it is not there, fails or does not answer. */
    Optional<String> answer(String program, String... arguments) throws InterruptedException {
        Optional<Path> found = tools.find(program);
        return found.isEmpty() ? Optional.empty() : answer(found.get(), arguments);
    }

    private Optional<String> answer(Path program, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                return Optional.empty();
            }
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            return process.exitValue() == 0
                    ? COLOURS.matcher(said)
                            .replaceAll("")
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .findFirst()
                    : Optional.empty();
        } catch (IOException broken) {
            return Optional.empty();
        }
    }
}
