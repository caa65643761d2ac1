package dev.nightjar.core.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

final class KeyFileSignerTest {
    private static final byte[] MESSAGE = "digests of a bundle".getBytes(UTF_8);

    @TempDir private Path folder = Path.of("");

    @Test
    void whatIsSignedVerifiesWithTheTrustedKey() {
        KeyFileSigner signer = KeyFileSigner.at(folder);
        byte[] signature = signer.sign(MESSAGE);
        PublicKey key = KeyFileSigner.at(folder).find(signer.keyId()).orElseThrow();

        assertThat(Signatures.verify(key, MESSAGE, signature)).isTrue();
        assertThat(Signatures.verify(key, "another message".getBytes(UTF_8), signature)).isFalse();
    }

    @Test
    void aFlippedBitOfTheSignatureDoesNotVerify() {
        KeyFileSigner signer = KeyFileSigner.at(folder);
        byte[] signature = signer.sign(MESSAGE);
        PublicKey key = signer.find(signer.keyId()).orElseThrow();

        for (int i = 0; i < signature.length; i++) {
            byte[] flipped = signature.clone();
            flipped[i] ^= 1;
            assertThat(Signatures.verify(key, MESSAGE, flipped)).isFalse();
        }
        assertThat(Signatures.verify(key, MESSAGE, new byte[0])).isFalse();
    }

    @Test
    void theKeyOfAnotherFolderDoesNotVerify() {
        KeyFileSigner signer = KeyFileSigner.at(folder.resolve("ours"));
        KeyFileSigner other = KeyFileSigner.at(folder.resolve("theirs"));
        PublicKey theirs = other.find(other.keyId()).orElseThrow();

        assertThat(Signatures.verify(theirs, MESSAGE, signer.sign(MESSAGE))).isFalse();
        assertThat(signer.find(other.keyId())).isEmpty();
    }

    @Test
    void thePairIsMadeAtTheFirstSigning() {
        KeyFileSigner signer = KeyFileSigner.at(folder.resolve("keys"));

        assertThat(signer.find("0123456789abcdef")).isEmpty();
        assertThat(folder.resolve("keys")).doesNotExist();
        String id = signer.keyId();
        assertThat(KeyFileSigner.at(folder.resolve("keys")).keyId()).isEqualTo(id);
    }

    @Test
    void theIdIsTheStartOfTheDigestOfAP256Key() throws GeneralSecurityException {
        KeyFileSigner signer = KeyFileSigner.at(folder);
        PublicKey key = signer.find(signer.keyId()).orElseThrow();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());

        assertThat(HexFormat.of().formatHex(digest)).startsWith(signer.keyId());
        assertThat(signer.keyId()).hasSize(16);
        assertThat(((ECPublicKey) key).getParams().toString()).contains("secp256r1");
    }

    @Test
    void onlyTheOwnerMayReadThePrivateKey() throws IOException {
        String id = KeyFileSigner.at(folder).keyId();

        assertThat(rights("signing-key.pem")).isEqualTo("rw-------");
        assertThat(rights(id + ".public.pem")).isEqualTo("rw-r--r--");
        assertThat(folder.resolve("signing-key.pem"))
                .content()
                .startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(folder.resolve(id + ".public.pem"))
                .content()
                .startsWith("-----BEGIN PUBLIC KEY-----\n")
                .doesNotContain("PRIVATE");
    }

    @Test
    void allWhoComeFirstAtOnceAgreeOnOneKey()
            throws IOException, InterruptedException, ExecutionException {
        Callable<String> first = () -> KeyFileSigner.at(folder).keyId();
        Set<String> ids = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<String> id : threads.invokeAll(Collections.nCopies(8, first))) {
                ids.add(id.get());
            }
        }

        assertThat(ids).hasSize(1);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aPublicKeyPutThereByHandIsTrusted() throws IOException {
        KeyFileSigner other = KeyFileSigner.at(folder.resolve("theirs"));
        String name = other.keyId() + ".public.pem";
        Files.createDirectories(folder.resolve("ours"));
        Files.copy(folder.resolve("theirs").resolve(name), folder.resolve("ours").resolve(name));

        assertThat(KeyFileSigner.at(folder.resolve("ours")).find(other.keyId())).isPresent();
    }

    @Test
    void aKeyUnderTheIdOfAnotherIsRefused() throws IOException {
        KeyFileSigner signer = KeyFileSigner.at(folder);
        Files.move(
                folder.resolve(signer.keyId() + ".public.pem"),
                folder.resolve("0123456789abcdef.public.pem"),
                StandardCopyOption.ATOMIC_MOVE);

        assertThatThrownBy(() -> signer.find("0123456789abcdef"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("0123456789abcdef.public.pem")
                .hasMessageEndingWith("it holds the key " + signer.keyId());
    }

    @Test
    void whatIsNoIdIsNotLookedFor() {
        KeyFileSigner signer = KeyFileSigner.at(folder);

        for (String id : List.of("", "../../etc/passwd", "0123456789ABCDEF", "0123456789abcde")) {
            assertThat(signer.find(id)).isEmpty();
        }
    }

    @Test
    void aDamagedKeyFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("signing-key.pem"), "nothing");

        assertThatThrownBy(() -> KeyFileSigner.at(folder).sign(MESSAGE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("signing-key.pem")
                .hasMessageEndingWith("there is no PUBLIC KEY block");
    }

    @Test
    void aKeyOfAnotherKindIsACallersError() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        PublicKey key = generator.generateKeyPair().getPublic();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Signatures.verify(key, MESSAGE, new byte[70]));
    }

    private String rights(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }
}
