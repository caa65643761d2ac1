package dev.nightjar.core.port;

import java.security.PublicKey;
import java.util.Optional;

/** The public keys that this environment trusts; never taken from a bundle. */
@FunctionalInterface
public interface TrustedKeys {
    /** The key with the id, or empty when it is not trusted here. */
    Optional<PublicKey> find(String keyId);
}
