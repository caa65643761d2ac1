package dev.nightjar.aws;

import dev.nightjar.aws.s3.DataRoots;
import dev.nightjar.aws.s3.S3Clients;
import dev.nightjar.aws.s3.S3Store;
import dev.nightjar.core.port.Executions;
import dev.nightjar.core.sign.KeyFileSigner;
import dev.nightjar.core.store.DataFolder;
import dev.nightjar.core.store.FolderStore;

import software.amazon.awssdk.services.s3.S3Client;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Wires a function from its environment ({@link Settings} has the variables): over a bucket as it
 * is deployed, over a folder for trying a handler alone.
 */
public final class Environment {
    private Environment() {}

    /** The wiring of this process. */
    public static Wiring wiring() {
        return wiring(System.getenv());
    }

    static Wiring wiring(Map<String, String> environment) {
        Settings settings = Settings.of(environment);
        return settings.isDeployed() ? deployed(settings, environment) : folder(settings);
    }

    private static Wiring folder(Settings settings) {
        Path root = Path.of(settings.store());
        KeyFileSigner keys = KeyFileSigner.at(root.resolve("keys"));
        return new Wiring(
                FolderStore.at(root),
                data -> DataFolder.at(Path.of(data)),
                Clock.systemUTC(),
                System::nanoTime,
                new Nonces(),
                keys,
                keys,
                execution -> Executions.State.UNKNOWN,
                (level, subject, detail) -> System.err.println(subject + " " + detail));
    }

    /** The client of S3 is made now: every function needs it, and a start has all processors. */
    private static Wiring deployed(Settings settings, Map<String, String> environment) {
        S3Client s3 = S3Clients.of(environment);
        LatePorts late = new LatePorts(settings, environment);
        return new Wiring(
                S3Store.at(settings.store(), s3),
                new DataRoots(() -> s3),
                Clock.systemUTC(),
                System::nanoTime,
                new Nonces(),
                late.signer(),
                late.trustedKeys(),
                late.executions(),
                late.notifications(),
                LogQuery.beside(settings.logGroup()));
    }
}
