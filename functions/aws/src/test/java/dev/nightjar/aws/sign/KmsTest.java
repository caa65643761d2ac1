package dev.nightjar.aws.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.aws.localstack.Clients;
import dev.nightjar.core.sign.Signatures;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

import java.security.PublicKey;
import java.util.List;

/** Over LocalStack's KMS, which computes real signatures. */
class KmsTest {
    private static final String ALIAS = "alias/kms-test-signing";

    private static KmsClient client;
    private static String key;
    private static String other;

    @BeforeAll
    static void makeKeys() {
        client = Clients.of(KmsClient.builder());
        key = newKey(KeySpec.ECC_NIST_P256);
        other = newKey(KeySpec.ECC_NIST_P256);
        client.createAlias(ask -> ask.aliasName(ALIAS).targetKeyId(key));
    }

    @AfterAll
    static void close() {
        client.close();
    }

    private static String newKey(KeySpec kind) {
        return client.createKey(ask -> ask.keySpec(kind).keyUsage(KeyUsageType.SIGN_VERIFY))
                .keyMetadata()
                .arn();
    }

    private static PublicKey publicKey(String arn) {
        return new KmsTrustedKeys(client, List.of(arn)).find(arn).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_096, 4_097, 100_000})
    void aSignatureVerifiesWithTheCodeThatVerifiesAllBundles(int length) {
        byte[] message = "x".repeat(length).getBytes(UTF_8);
        byte[] signature = new KmsSigner(client, key).sign(message);
        assertThat(Signatures.verify(publicKey(key), message, signature)).isTrue();
    }

    @Test
    void aSignatureVerifiesWithNoOtherKey() {
        byte[] message = "x".getBytes(UTF_8);
        byte[] signature = new KmsSigner(client, key).sign(message);
        assertThat(Signatures.verify(publicKey(other), message, signature)).isFalse();
    }

    @Test
    void aSignerIsNamedByItsArn() {
        assertThat(new KmsSigner(client, key).keyId()).isEqualTo(key);
    }

    @Test
    void aKeyThatIsNotListedIsNotTrusted() {
        assertThat(new KmsTrustedKeys(client, List.of(other)).find(key)).isEmpty();
    }

    @Test
    void anAliasStandsForItsKey() {
        assertThat(new KmsTrustedKeys(client, List.of(other, ALIAS)).find(key))
                .contains(publicKey(key));
    }

    @Test
    void anAliasStandsForNoOtherKey() {
        assertThat(new KmsTrustedKeys(client, List.of(ALIAS)).find(other)).isEmpty();
    }

    @Test
    void aTrustedKeyOfAnotherKindIsRefused() {
        String wide = newKey(KeySpec.ECC_NIST_P384);
        assertThatThrownBy(() -> publicKey(wide))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the trusted key %s is of the kind ECC_NIST_P384; bundles are signed with ECC_NIST_P256"
                                .formatted(wide));
    }
}
