package dev.nightjar.aws.sign;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.client.CallFailure;
import dev.nightjar.aws.client.ClientSettings;
import dev.nightjar.core.port.Signer;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/**
 * Signs with a KMS key of the kind ECC_NIST_P256 (KMS API reference, "Sign"). The digest is taken
 * here, so that a message may be of any length. Safe for use by multiple threads.
 */
public final class KmsSigner implements Signer {
    private final KmsClient client;
    private final String key;

    /**
     * Signs with the key.
     *
     * @param key its ARN, under which others will look for its public half
     */
    public KmsSigner(KmsClient client, String key) {
        this.client = requireNonNull(client, "client is null");
        this.key = requireNonNull(key, "key is null");
    }

    /** Signs with the key as the environment, which is the process's, says. */
    public static KmsSigner connect(String key, Map<String, String> environment) {
        return new KmsSigner(ClientSettings.client(KmsClient.builder(), "KMS", environment), key);
    }

    @Override
    public String keyId() {
        return key;
    }

    @Override
    public byte[] sign(byte[] message) {
        SdkBytes digest = SdkBytes.fromByteArray(digest(message));
        try {
            return client.sign(
                            ask ->
                                    ask.keyId(key)
                                            .message(digest)
                                            .messageType(MessageType.DIGEST)
                                            .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256))
                    .signature()
                    .asByteArray();
        } catch (SdkException failure) {
            throw CallFailure.of("kms:Sign with " + key, failure);
        }
    }

    private static byte[] digest(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
