package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.platform.Home;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that a command is given of the world around it.
 *
 * @param folder the current one
 * @param home where the state machines and examples are
 * @param interactive whether a person looks at standard output
 */
public record World(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path folder,
        Supplier<Home> home,
        InstantSource clock,
        boolean interactive) {
    public World {
        requireNonNull(out, "out is null");
        requireNonNull(err, "err is null");
        environment = Map.copyOf(environment);
        requireNonNull(folder, "folder is null");
        requireNonNull(home, "home is null");
        requireNonNull(clock, "clock is null");
    }

    /** The world of this process. */
    public static World ofProcess() {
        return new World(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Home::find,
                InstantSource.system(),
                isTerminal());
    }

    /** Whatever the locale: names and bars are written in UTF-8. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /** Whether colours are welcome. */
    public boolean colours() {
        String refusal = environment.getOrDefault("NO_COLOR", "");
        return interactive && refusal.isEmpty();
    }
}
