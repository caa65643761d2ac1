package dev.nightjar.core.sign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Keys as text: PKCS#8 and X.509 in PEM, which every other tool reads. */
final class KeyPem {
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int LINE = 64;
    private static final int ID_DIGITS = 16;

    private KeyPem() {}

    static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot make P-256 keys", e);
        }
    }

    /** The first 16 hexadecimal digits of the SHA-256 of the key's X.509 encoding. */
    static String id(PublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Both keys in one text, for a public key cannot be computed from a private one in Java. */
    static String text(KeyPair pair) {
        return block(PRIVATE, pair.getPrivate().getEncoded()) + text(pair.getPublic());
    }

    static String text(PublicKey key) {
        return block(PUBLIC, key.getEncoded());
    }

    static KeyPair pair(String text) throws IOException {
        return new KeyPair(publicKey(text), privateKey(text));
    }

    static PublicKey publicKey(String text) throws IOException {
        try {
            return keys().generatePublic(new X509EncodedKeySpec(bytes(PUBLIC, text)));
        } catch (GeneralSecurityException e) {
            throw new IOException("the " + PUBLIC + " block holds no EC key", e);
        }
    }

    private static PrivateKey privateKey(String text) throws IOException {
        try {
            return keys().generatePrivate(new PKCS8EncodedKeySpec(bytes(PRIVATE, text)));
        } catch (GeneralSecurityException e) {
            throw new IOException("the " + PRIVATE + " block holds no EC key", e);
        }
    }

    private static KeyFactory keys() throws NoSuchAlgorithmException {
        return KeyFactory.getInstance("EC");
    }

    private static String block(String label, byte[] bytes) {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
        return begin(label)
                + "\n"
                + new String(lines.encode(bytes), StandardCharsets.US_ASCII)
                + "\n"
                + end(label)
                + "\n";
    }

    private static byte[] bytes(String label, String text) throws IOException {
        int start = text.indexOf(begin(label));
        int end = text.indexOf(end(label));
        if (start < 0 || end < start) {
            throw new IOException("there is no " + label + " block");
        }
        try {
            return Base64.getMimeDecoder()
                    .decode(text.substring(start + begin(label).length(), end));
        } catch (IllegalArgumentException e) {
            throw new IOException("the " + label + " block is no Base64", e);
        }
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static String end(String label) {
        return "-----END " + label + "-----";
    }
}
