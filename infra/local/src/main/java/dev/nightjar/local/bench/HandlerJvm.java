package dev.nightjar.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A new JVM on one processor that makes a handler and calls it once.
 *
 * @param pinning the command that keeps it on one processor, threads of its own included; empty
 *     where there is none
 * @param classPath archives; no folders, which no cache takes
 * @param flags of the JVM
 * @param environment that the handler is wired from
 */
record HandlerJvm(
        List<String> pinning,
        List<Path> classPath,
        List<String> flags,
        Map<String, String> environment,
        String handler,
        Path folder) {
    HandlerJvm {
        pinning = List.copyOf(pinning);
        classPath = List.copyOf(classPath);
        flags = List.copyOf(flags);
        environment = Map.copyOf(environment);
        requireNonNull(handler, "handler is null");
        requireNonNull(folder, "folder is null");
    }

    /**
     * When what had been done, in milliseconds since the JVM was asked for.
     *
     * @param ready the handler was made
     * @param answered the call was answered
     */
    record Times(double ready, double answered) {}

    /** The same with more flags, which win over those before. */
    HandlerJvm with(String... more) {
        List<String> all = new ArrayList<>(flags);
        all.addAll(List.of(more));
        return new HandlerJvm(pinning, classPath, all, environment, handler, folder);
    }

    /** The same in another environment. */
    HandlerJvm in(Map<String, String> other) {
        return new HandlerJvm(pinning, classPath, flags, other, handler, folder);
    }

    /**
     * Starts it, and waits until the request is answered and the process has ended.
     *
     * @throws IllegalStateException with its last words when it does not answer
     */
    Times call(String request) throws IOException, InterruptedException {
        return started(handler + " " + request + "\n", 2);
    }

    /** Starts it, and waits until the handler is made: the request is none that it could answer. */
    double make() throws IOException, InterruptedException {
        return started(handler + " \n", 1).ready();
    }

    private Times started(String line, int answers) throws IOException, InterruptedException {
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command())
                        .directory(folder.toFile())
                        .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        long start = System.nanoTime();
        Process process = builder.start();
        double[] times = new double[2];
        try (BufferedReader said = process.inputReader(UTF_8)) {
            try (var calls = process.outputWriter(UTF_8)) {
                calls.write(line);
            }
            for (int i = 0; i < answers; i++) {
                if (said.readLine() == null) {
                    throw new IllegalStateException(
                            handler + " does not answer: " + Files.readString(errors));
                }
                times[i] = (System.nanoTime() - start) / 1e6;
            }
            process.waitFor(); // what it writes at its end is complete then
        } finally {
            process.destroy();
        }
        return new Times(times[0], times[1]);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(pinning);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:ActiveProcessorCount=1");
        command.addAll(flags);
        command.add("-cp");
        command.add(
                classPath.stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)));
        command.add(HandlerMain.class.getName());
        return command;
    }
}
