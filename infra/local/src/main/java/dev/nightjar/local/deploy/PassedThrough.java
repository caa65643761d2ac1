package dev.nightjar.local.deploy;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.command.World;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs programs whose output is ours. With a person at a terminal they have the terminal, for
 * colours, progress and questions; else what they write is passed on as it comes, and nobody
 * answers what they ask.
 *
 * @param out where their standard output goes
 */
record PassedThrough(World world, PrintStream out, boolean terminal) {
    PassedThrough {
        requireNonNull(world, "world is null");
        requireNonNull(out, "out is null");
    }

    /**
     * Programs of a command.
     *
     * @param json whether standard output is kept for a document
     */
    static PassedThrough of(World world, boolean json) {
        return new PassedThrough(
                world, json ? world.err() : world.out(), world.interactive() && !json);
    }

    /**
     * Runs a program in the folder, with the environment of this one; answers its exit code.
     *
     * @throws UncheckedIOException when it cannot be started
     */
    int run(Path folder, List<String> command) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(world.environment());
        try {
            return terminal ? builder.inheritIO().start().waitFor() : piped(builder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }

    private int piped(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectInput(Redirect.PIPE).start();
        process.getOutputStream().close();
        Thread errors = Thread.ofVirtual().start(() -> pass(process.getErrorStream(), world.err()));
        pass(process.getInputStream(), out);
        errors.join();
        return process.waitFor();
    }

    private static void pass(InputStream from, PrintStream to) {
        try (from) {
            byte[] buffer = new byte[8192];
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                to.write(buffer, 0, count);
                to.flush();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
