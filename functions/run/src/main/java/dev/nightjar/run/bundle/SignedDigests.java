package dev.nightjar.run.bundle;

import dev.nightjar.core.error.BundleRefused;
import dev.nightjar.core.port.Signer;
import dev.nightjar.core.port.TrustedKeys;
import dev.nightjar.core.sign.Signatures;
import dev.nightjar.pipeline.json.Digests;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The text of a bundle's signature: the id of the key, the SHA-256 of the list of digests and the
 * signature of that list in Base64, a line each. The digest proves nothing: it names what was
 * expected when the list was changed. Only the one spelling that was written is read, because
 * Base64 has several for the same bytes.
 */
final class SignedDigests {
    private SignedDigests() {}

    static byte[] sign(Signer signer, byte[] digests) {
        return text(signer.keyId(), Digests.sha256Hex(digests), signer.sign(digests));
    }

    private static byte[] text(String keyId, String sha256, byte[] signature) {
        String base64 = Base64.getEncoder().encodeToString(signature);
        return (keyId + "\n" + sha256 + "\n" + base64 + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static void verify(TrustedKeys keys, String bundle, byte[] digests, byte[] signature) {
        List<String> lines = new String(signature, StandardCharsets.UTF_8).lines().toList();
        if (lines.size() != 3) {
            throw new BundleRefused(bundle + ": its signature is damaged");
        }
        String keyId = lines.getFirst();
        String expected = lines.get(1);
        byte[] signed = decoded(bundle, lines.getLast());
        PublicKey key =
                keys.find(keyId)
                        .orElseThrow(
                                () ->
                                        new BundleRefused(
                                                bundle
                                                        + " is signed by key "
                                                        + printable(keyId)
                                                        + ", which is not trusted here"));
        String found = Digests.sha256Hex(digests);
        if (!found.equals(expected)) {
            throw new BundleRefused(
                    bundle
                            + ": "
                            + BundleFile.DIGESTS
                            + " was changed; expected SHA-256 "
                            + printable(expected)
                            + ", found "
                            + found);
        }
        if (!Arrays.equals(signature, text(keyId, expected, signed))) {
            throw new BundleRefused(bundle + ": its signature is damaged");
        }
        if (!Signatures.verify(key, digests, signed)) {
            throw new BundleRefused(
                    bundle
                            + ": "
                            + BundleFile.DIGESTS
                            + " with SHA-256 "
                            + found
                            + " is not what key "
                            + keyId
                            + " signed");
        }
    }

    private static byte[] decoded(String bundle, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException damaged) {
            throw new BundleRefused(bundle + ": its signature is damaged", damaged);
        }
    }

    private static String printable(String text) {
        return text.length() > 64 || !text.chars().allMatch(c -> c > ' ' && c < 127)
                ? "(unreadable)"
                : text;
    }
}
