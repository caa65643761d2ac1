package dev.nightjar.aws.sign;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.client.CallFailure;
import dev.nightjar.aws.client.ClientSettings;
import dev.nightjar.core.port.TrustedKeys;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.KeySpec;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Trusts the KMS keys of a list and no other, whatever a bundle names (KMS API reference,
 * "GetPublicKey"). Each is fetched once. Safe for use by multiple threads.
 */
public final class KmsTrustedKeys implements TrustedKeys {
    private record Fetched(String arn, PublicKey key) {}

    private final KmsClient client;
    private final List<String> trusted;
    private final Map<String, Fetched> fetched = new ConcurrentHashMap<>();

    /**
     * Trusts the keys.
     *
     * @param trusted ARNs of keys; also aliases like {@code alias/nightjar-signing}, which stand
     *     for the key that they name when they are first looked at
     */
    public KmsTrustedKeys(KmsClient client, List<String> trusted) {
        this.client = requireNonNull(client, "client is null");
        this.trusted = List.copyOf(trusted);
    }

    /** Trusts the keys as the environment, which is the process's, says. */
    public static KmsTrustedKeys connect(List<String> trusted, Map<String, String> environment) {
        return new KmsTrustedKeys(
                ClientSettings.client(KmsClient.builder(), "KMS", environment), trusted);
    }

    /**
     * The key with the ARN.
     *
     * @throws IllegalStateException when a trusted key is no ECC_NIST_P256 key
     */
    @Override
    public Optional<PublicKey> find(String keyId) {
        if (trusted.contains(keyId)) {
            return Optional.of(fetch(keyId).key());
        }
        return trusted.stream()
                .filter(name -> !isKey(name))
                .map(this::fetch)
                .filter(alias -> alias.arn().equals(keyId))
                .map(Fetched::key)
                .findFirst();
    }

    private static boolean isKey(String name) {
        return name.startsWith("arn:") && name.contains(":key/");
    }

    private Fetched fetch(String name) {
        Fetched known = fetched.get(name);
        if (known == null) {
            known = fetchNow(name);
            fetched.put(name, known);
        }
        return known;
    }

    private Fetched fetchNow(String name) {
        try {
            GetPublicKeyResponse answer = client.getPublicKey(ask -> ask.keyId(name));
            if (answer.keySpec() != KeySpec.ECC_NIST_P256) {
                throw new IllegalStateException(
                        "the trusted key %s is of the kind %s; bundles are signed with %s"
                                .formatted(name, answer.keySpecAsString(), KeySpec.ECC_NIST_P256));
            }
            return new Fetched(answer.keyId(), key(name, answer.publicKey().asByteArray()));
        } catch (SdkException failure) {
            throw CallFailure.of("kms:GetPublicKey of " + name, failure);
        }
    }

    private static PublicKey key(String name, byte[] encoded) {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("KMS gave no public key of " + name, e);
        }
    }
}
