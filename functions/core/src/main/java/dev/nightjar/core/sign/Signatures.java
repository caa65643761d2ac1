package dev.nightjar.core.sign;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/**
 * ECDSA with SHA-256 over P-256, signatures in DER, as KMS makes them. Safe for use by multiple
 * threads.
 */
public final class Signatures {
    private static final String ALGORITHM = "SHA256withECDSA";

    private Signatures() {}

    /**
     * Whether the signature is the key's over the message; false also for bytes that are no
     * signature.
     *
     * @throws IllegalArgumentException when the key is not one for ECDSA
     */
    public static boolean verify(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(message);
            return verifies(verifier, signature);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException(
                    "Not a key for ECDSA signatures: " + key.getAlgorithm(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot check ECDSA signatures", e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot sign with ECDSA", e);
        }
    }

    private static boolean verifies(Signature verifier, byte[] signature) {
        try {
            return verifier.verify(signature);
        } catch (SignatureException notEvenOne) {
            return false;
        }
    }
}
