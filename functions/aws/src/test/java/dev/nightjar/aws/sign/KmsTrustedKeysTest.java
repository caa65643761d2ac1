package dev.nightjar.aws.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.aws.client.ScriptedService;
import dev.nightjar.core.error.Transient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.kms.KmsClient;

import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;

class KmsTrustedKeysTest {
    private static final String KEY = "arn:aws:kms:eu-central-1:123456789012:key/1";

    private final ScriptedService kms = new ScriptedService();

    @AfterEach
    void close() {
        kms.close();
    }

    private KmsTrustedKeys keys() {
        return new KmsTrustedKeys(kms.client(KmsClient.builder()), List.of(KEY));
    }

    @Test
    void aKeyIsFetchedOnce() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
        kms.answers(
                "GetPublicKey",
                200,
                "{\"KeyId\":\"%s\",\"KeySpec\":\"ECC_NIST_P256\",\"PublicKey\":\"%s\"}"
                        .formatted(KEY, Base64.getEncoder().encodeToString(encoded)));
        KmsTrustedKeys keys = keys();

        assertThat(keys.find(KEY)).isEqualTo(keys.find(KEY)).isNotEmpty();
        assertThat(kms.asked()).hasSize(1);
    }

    @Test
    void nothingIsAskedAboutAKeyThatIsNotListed() {
        assertThat(keys().find(KEY.replace("key/1", "key/2"))).isEmpty();
        assertThat(kms.asked()).isEmpty();
    }

    @Test
    void aMissingRightIsNoMissingTrust() {
        kms.refuses("GetPublicKey", 400, "AccessDeniedException", "not authorized");

        assertThatThrownBy(() -> keys().find(KEY))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(
                        "kms:GetPublicKey of " + KEY + ": AccessDeniedException, not authorized");
    }

    @Test
    void throttlingPasses() {
        kms.refuses("GetPublicKey", 400, "ThrottlingException", "Rate exceeded");

        assertThatThrownBy(() -> keys().find(KEY)).isInstanceOf(Transient.class);
    }

    @Test
    void throttledSigningPasses() {
        kms.refuses("Sign", 400, "ThrottlingException", "Rate exceeded");
        KmsSigner signer = new KmsSigner(kms.client(KmsClient.builder()), KEY);

        assertThatThrownBy(() -> signer.sign(new byte[1]))
                .isInstanceOf(Transient.class)
                .hasMessage("kms:Sign with " + KEY + ": ThrottlingException, Rate exceeded");
    }
}
