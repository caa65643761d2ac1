package dev.nightjar.asl.expression;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Percent-encoding as JavaScript's encodeURI and its three sisters do it (ECMAScript, 19.2.6). */
final class UrlText {
    private static final String UNRESERVED = "-_.!~*'()";
    private static final String RESERVED = ";/?:@&=+$,#";
    private static final String HEX = "0123456789ABCDEF";

    private UrlText() {}

    /**
     * One of the four functions, by its name in JSONata.
     *
     * @throws JsonataError D3140 for half a surrogate pair, or a wrong escape
     */
    static String apply(String function, String text) {
        boolean component = function.endsWith("Component");
        try {
            return function.startsWith("encode")
                    ? encoded(text, component ? UNRESERVED : UNRESERVED + RESERVED)
                    : decoded(text, component ? "" : RESERVED);
        } catch (CharacterCodingException _) {
            throw JsonataError.of("D3140", Map.of("value", text, "functionName", function));
        }
    }

    private static String encoded(String text, String kept) throws CharacterCodingException {
        StringBuilder url = new StringBuilder();
        ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        while (bytes.hasRemaining()) {
            int each = bytes.get() & 0xFF;
            boolean plain =
                    (each >= 'a' && each <= 'z')
                            || (each >= 'A' && each <= 'Z')
                            || (each >= '0' && each <= '9')
                            || kept.indexOf(each) >= 0;
            if (plain) {
                url.append((char) each);
            } else {
                url.append('%').append(HEX.charAt(each >> 4)).append(HEX.charAt(each & 0xF));
            }
        }
        return url.toString();
    }

    private static String decoded(String text, String kept) throws CharacterCodingException {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) != '%') {
                plain.append(text.charAt(at++));
                continue;
            }
            int end = at;
            ByteBuffer bytes = ByteBuffer.allocate(text.length() / 3 + 1);
            while (end < text.length() && text.charAt(end) == '%') {
                bytes.put(octet(text, end));
                end += 3;
            }
            appendDecoded(plain, bytes.flip(), kept);
            at = end;
        }
        return plain.toString();
    }

    private static byte octet(String text, int at) throws CharacterCodingException {
        int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
        int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw new CharacterCodingException();
        }
        return (byte) (high << 4 | low);
    }

    private static void appendDecoded(StringBuilder plain, ByteBuffer bytes, String kept)
            throws CharacterCodingException {
        CharBuffer letters = StandardCharsets.UTF_8.newDecoder().decode(bytes);
        while (letters.hasRemaining()) {
            char letter = letters.get();
            if (kept.indexOf(letter) < 0) {
                plain.append(letter);
            } else {
                plain.append('%').append(HEX.charAt(letter >> 4)).append(HEX.charAt(letter & 0xF));
            }
        }
    }
}
