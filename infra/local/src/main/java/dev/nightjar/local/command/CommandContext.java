package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.account.Account;
import dev.nightjar.local.aws.DeployedPlatform;
import dev.nightjar.local.aws.Deployment;
import dev.nightjar.local.aws.Interval;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.screen.Terminal;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What every command is made with. */
public final class CommandContext {
    private static final String FOLDER = ".nightjar";
    private static final String S3 = "s3://";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

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
        Terminal terminal =
                json
                        ? Terminal.forPrograms(world.out(), world.err())
                        : Terminal.forPeople(
                                world.out(), world.err(), world.interactive(), world.colours());
        return terminal.from(world.folder());
    }

    /** The path as seen from the current folder. */
    public Path resolve(String path) {
        return world.folder().resolve(path).normalize();
    }

    /** The store: as named, by the environment, found upwards, or to be made here. */
    public StoreAddress address(@Nullable String option) {
        String named = option == null ? world.environment().get("NIGHTJAR_STORE") : option;
        if (named == null || named.isBlank()) {
            return new StoreAddress.Folder(nearest());
        }
        if (named.startsWith(S3)) {
            return new StoreAddress.Bucket(named);
        }
        if (named.contains("://")) {
            throw new CommandFailure(
                    Exits.USAGE,
                    "'" + named + "' cannot be a store: name a folder or s3://BUCKET[/PREFIX]");
        }
        return new StoreAddress.Folder(resolve(named));
    }

    /**
     * The folder that is the store, for what runs here.
     *
     * @throws CommandFailure when the store is a bucket
     */
    public Path store(@Nullable String option) {
        return switch (address(option)) {
            case StoreAddress.Folder(Path folder) -> folder;
            case StoreAddress.Bucket(String bucket) ->
                    throw new CommandFailure(
                            Exits.USAGE,
                            bucket + " is a deployment's store; this command needs a folder",
                            "./nightjar status --store " + bucket);
        };
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

    /**
     * The store's platform, to look at what it holds and to go on with what failed.
     *
     * @param option as typed, or null
     */
    public Platform open(@Nullable String option, Terminal terminal) {
        return switch (address(option)) {
            case StoreAddress.Folder(Path folder) ->
                    platform(folder).notices(terminal::note).open();
            case StoreAddress.Bucket(String bucket) -> deployed(bucket);
        };
    }

    private DeployedPlatform deployed(String bucket) {
        Map<String, String> environment = world.environment();
        Account account = Account.of(environment);
        try {
            return new DeployedPlatform(
                    account.store(bucket),
                    account.executions(),
                    account.trustedKeys(trustedKeys()),
                    new DeployedPlatform.Time(
                            world.clock(), System::nanoTime, Interval.of(LOOK_AGAIN)),
                    account::close);
        } catch (IllegalArgumentException unreadable) {
            account.close();
            throw new CommandFailure(Exits.USAGE, "--store: " + unreadable.getMessage());
        }
    }

    /** From here and nowhere else: what the bucket says of its keys is not asked. */
    private List<String> trustedKeys() {
        String named = world.environment().getOrDefault("NIGHTJAR_TRUSTED_KEYS", "");
        return named.isBlank()
                ? List.of(Deployment.read(world.home().get().folder()).signingKey())
                : List.of(named.split(",", -1));
    }

    /** A platform on the store, with the time of the world. */
    public LocalPlatform.Builder platform(Path store) {
        return LocalPlatform.at(store).home(world.home()).clock(world.clock());
    }
}
