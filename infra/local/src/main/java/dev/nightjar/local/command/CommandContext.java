package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.night.Exits;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.local.screen.Terminal;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;

/** What every command is made with. */
public final class CommandContext {
    private static final String FOLDER = ".nightjar";

    private final World world;

    /** A context in the world. */
    public CommandContext(World world) {
        this.world = requireNonNull(world, "world is null");
    }

    /** The world around the command. */
    public World world() {
        return world;
    }

    /** Where the command shows what it has to say. */
    public Terminal terminal(boolean json) {
        return json
                ? Terminal.forPrograms(world.out(), world.err())
                : Terminal.forPeople(
                        world.out(), world.err(), world.interactive(), world.colours());
    }

    /** The path as seen from the current folder. */
    public Path resolve(String path) {
        return world.folder().resolve(path).normalize();
    }

    /** The store: as named, by the environment, found upwards, or to be made here. */
    public Path store(@Nullable String option) {
        String named = option == null ? world.environment().get("NIGHTJAR_STORE") : option;
        if (named == null || named.isBlank()) {
            return nearest();
        }
        if (named.contains("://")) {
            throw new CommandFailure(
                    Exits.USAGE, "'" + named + "' cannot be a store yet: name a folder");
        }
        return resolve(named);
    }

    private Path nearest() {
        for (Path folder = world.folder(); folder != null; folder = folder.getParent()) {
            Path store = folder.resolve(FOLDER);
            if (Files.isDirectory(store)) {
                return store;
            }
        }
        return world.folder().resolve(FOLDER);
    }

    /** A platform on the store, with the time of the world. */
    public LocalPlatform.Builder platform(Path store) {
        return LocalPlatform.at(store).home(world.home()).clock(world.clock());
    }
}
