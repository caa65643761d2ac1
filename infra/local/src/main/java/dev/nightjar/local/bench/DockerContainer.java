package dev.nightjar.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A container that this process started through the {@code docker} command, with one port on
 * 127.0.0.1. It is removed with {@link #close}, or when the process ends.
 */
final class DockerContainer implements AutoCloseable {
    private final Path docker;
    private final String id;
    private final Thread atExit;

    private DockerContainer(Path docker, String id) {
        this.docker = docker;
        this.id = id;
        this.atExit = new Thread(this::remove, "remove-container");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts a container, and does not wait until it is ready.
     *
     * @param path the variable PATH
     * @param port to be had at {@link #address}
     */
    static DockerContainer start(String path, String image, int port)
            throws LocalStackFailure, InterruptedException {
        Path docker =
                find(path).orElseThrow(() -> new LocalStackFailure("docker is not on the PATH"));
        String publish = "--publish=127.0.0.1::" + port;
        String said = call(docker, "run", "--quiet", "--detach", publish, image);
        return new DockerContainer(docker, said.lines().reduce("", (_, line) -> line));
    }

    /** Where its port is. */
    URI address() throws LocalStackFailure, InterruptedException {
        String published = call(docker, "port", id).lines().findFirst().orElse("");
        if (published.isEmpty()) {
            throw new LocalStackFailure("its container stopped at once");
        }
        return URI.create("http://" + published.substring(published.lastIndexOf(' ') + 1));
    }

    private static Optional<Path> find(String path) {
        return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "docker"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String call(Path docker, String... arguments)
            throws LocalStackFailure, InterruptedException {
        try {
            Process process = process(docker, arguments);
            String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new LocalStackFailure(said);
            }
            return said;
        } catch (IOException broken) {
            throw new LocalStackFailure("docker cannot be called: " + broken.getMessage(), broken);
        }
    }

    private static Process process(Path docker, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(docker.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private void remove() {
        try {
            Process process = process(docker, "rm", "--force", "--volumes", id);
            process.getInputStream().readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("the container " + id + " could not be removed", broken);
        }
    }

    @Override
    public void close() {
        if (Runtime.getRuntime().removeShutdownHook(atExit)) {
            remove();
        }
    }
}
