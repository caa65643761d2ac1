package dev.nightjar.core.port;

/** Signs with ECDSA P-256 and SHA-256 (KMS {@code ECC_NIST_P256}; here a key file). */
public interface Signer {
    /** The id under which loaders find the public key in their own environment. */
    String keyId();

    /** The DER-encoded signature over the message. */
    byte[] sign(byte[] message);
}
