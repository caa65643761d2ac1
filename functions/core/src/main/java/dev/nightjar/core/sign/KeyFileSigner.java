package dev.nightjar.core.sign;

import dev.nightjar.core.port.Signer;
import dev.nightjar.core.port.TrustedKeys;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Signs with a key pair in a folder and trusts the public keys in it. The pair is made at the first
 * signing, in {@code signing-key.pem}, which only its owner may read; its public key is also
 * written to {@code <id>.public.pem}. A key put there by hand under its id is trusted, too.
 * Processes that come first at once agree on one key. Safe for use by multiple threads and
 * processes.
 *
 * <p>A file that cannot be read or holds no key is an {@link UncheckedIOException} naming the file.
 */
public final class KeyFileSigner implements Signer, TrustedKeys {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

    private final Path folder;
    private @Nullable KeyPair pair;

    private KeyFileSigner(Path folder) {
        this.folder = folder;
    }

    /** The signer of the folder; nothing is made or read yet. */
    public static KeyFileSigner at(Path folder) {
        return new KeyFileSigner(folder);
    }

    @Override
    public String keyId() {
        return KeyPem.id(pair().getPublic());
    }

    @Override
    public byte[] sign(byte[] message) {
        return Signatures.sign(pair().getPrivate(), message);
    }

    @Override
    public Optional<PublicKey> find(String keyId) {
        if (!ID.matcher(keyId).matches()) {
            return Optional.empty();
        }
        Path file = publicFile(keyId);
        try {
            PublicKey key = KeyPem.publicKey(Files.readString(file));
            if (!KeyPem.id(key).equals(keyId)) {
                throw new IOException("it holds the key " + KeyPem.id(key));
            }
            return Optional.of(key);
        } catch (NoSuchFileException untrusted) {
            return Optional.empty();
        } catch (IOException e) {
            throw failure("trusted", file, e);
        }
    }

    private synchronized KeyPair pair() {
        KeyPair known = pair;
        if (known == null) {
            known = load();
            pair = known;
        }
        return known;
    }

    private KeyPair load() {
        Path file = folder.resolve("signing-key.pem");
        try {
            if (!Files.exists(file)) {
                KeyFile.createSecret(file, KeyPem.text(KeyPem.generate()));
            }
            KeyPair standing = KeyPem.pair(Files.readString(file));
            Path open = publicFile(KeyPem.id(standing.getPublic()));
            if (!Files.exists(open)) {
                KeyFile.createOpen(open, KeyPem.text(standing.getPublic()));
            }
            return standing;
        } catch (IOException e) {
            throw failure("signing", file, e);
        }
    }

    private Path publicFile(String keyId) {
        return folder.resolve(keyId + ".public.pem");
    }

    private static UncheckedIOException failure(String use, Path file, IOException e) {
        String reason = e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
        return new UncheckedIOException(
                "Cannot use the " + use + " key in " + file + ": " + reason, e);
    }
}
