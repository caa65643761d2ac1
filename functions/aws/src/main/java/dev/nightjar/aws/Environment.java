package dev.nightjar.aws;

import dev.nightjar.core.port.Executions;
import dev.nightjar.core.sign.KeyFileSigner;
import dev.nightjar.core.store.DataFolder;
import dev.nightjar.core.store.FolderStore;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Wires a deployed function from its environment. {@code NIGHTJAR_STORE} names the store; a folder
 * is understood today.
 */
public final class Environment {
    private Environment() {}

    /** The wiring of this process, read from its environment once a call. */
    public static Wiring wiring() {
        return wiring(System.getenv());
    }

    static Wiring wiring(Map<String, String> environment) {
        String address = environment.get("NIGHTJAR_STORE");
        if (address == null || address.isBlank()) {
            throw new IllegalStateException("NIGHTJAR_STORE names no store; set it to a folder");
        }
        if (address.contains("://")) {
            throw new IllegalStateException(
                    "NIGHTJAR_STORE is '" + address + "'; only a folder can be a store so far");
        }
        Path root = Path.of(address);
        KeyFileSigner keys = KeyFileSigner.at(root.resolve("keys"));
        RandomGenerator random = RandomGenerator.getDefault();
        return new Wiring(
                FolderStore.at(root),
                data -> DataFolder.at(Path.of(data)),
                Clock.systemUTC(),
                System::nanoTime,
                () -> HexFormat.of().toHexDigits(random.nextLong()).substring(4),
                keys,
                keys,
                execution -> Executions.State.UNKNOWN,
                (level, subject, detail) -> System.err.println(subject + " " + detail));
    }
}
