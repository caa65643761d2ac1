package dev.nightjar.aws;

import dev.nightjar.core.port.Ids;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Random names. The generator is made at the first one and never in a constructor: many instances
 * of a function may start from one snapshot of its memory, and would all draw the same. Safe for
 * use by multiple threads.
 */
final class Nonces implements Ids {
    private static final int BYTES = 6;

    private final Supplier<SecureRandom> random;

    Nonces() {
        this(SecureRandom::new);
    }

    Nonces(Supplier<SecureRandom> generator) {
        this.random = new Once<>(generator);
    }

    @Override
    public String nonce() {
        byte[] bytes = new byte[BYTES];
        random.get().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
