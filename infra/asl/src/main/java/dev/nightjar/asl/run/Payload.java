package dev.nightjar.asl.run;

import dev.nightjar.asl.ErrorName;

import tools.jackson.databind.JsonNode;

/**
 * The limits on every payload: 256 KiB of JSON in UTF-8 ("Quotas", developer guide), and a depth
 * that JSON libraries still read and write.
 */
final class Payload {
    static final int LIMIT = 256 << 10;
    private static final int DEEPEST = 450;

    private Payload() {}

    /** The size as compact JSON in UTF-8. */
    static long bytes(JsonNode payload) {
        return Long.MAX_VALUE - left(payload, Long.MAX_VALUE);
    }

    static boolean fits(JsonNode payload) {
        return left(payload, LIMIT) >= 0 && !isDeeper(payload, DEEPEST);
    }

    private static boolean isDeeper(JsonNode node, int levels) {
        if (!node.isContainer()) {
            return false;
        }
        if (levels == 0) {
            return true;
        }
        for (JsonNode child : node) {
            if (isDeeper(child, levels - 1)) {
                return true;
            }
        }
        return false;
    }

    static void check(JsonNode payload, String producer) throws StateFailedException {
        if (!fits(payload)) {
            throw new StateFailedException(
                    ErrorName.DATA_LIMIT_EXCEEDED,
                    "The state/task '"
                            + producer
                            + "' returned a result with a size exceeding the maximum number of"
                            + " bytes service limit.");
        }
    }

    /** What is left of a budget of bytes after the payload; counting stops when nothing is. */
    private static long left(JsonNode node, long budget) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                long left = budget - 1 - Math.max(1, node.size());
                for (var entry : node.properties()) {
                    if (left < 0) {
                        break;
                    }
                    left = left(entry.getValue(), left - 1 - textBytes(entry.getKey()));
                }
                yield left;
            }
            case ARRAY -> {
                long left = budget - 1 - Math.max(1, node.size());
                for (int i = 0; i < node.size() && left >= 0; i++) {
                    left = left(node.get(i), left);
                }
                yield left;
            }
            case STRING -> budget - textBytes(node.stringValue());
            case NUMBER -> budget - numberBytes(node);
            case BOOLEAN -> budget - (node.booleanValue() ? 4 : 5);
            case NULL -> budget - 4;
            case MISSING, BINARY, POJO -> budget - node.toString().length();
        };
    }

    /** Whole numbers, which are most, are counted without a writer. */
    private static int numberBytes(JsonNode number) {
        return switch (number.numberType()) {
            case INT, LONG -> Long.toString(number.longValue()).length();
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> number.toString().length();
        };
    }

    private static long textBytes(String text) {
        long bytes = 2;
        for (int i = 0; i < text.length(); i++) {
            bytes += bytes(text.charAt(i));
        }
        return bytes;
    }

    /** Of one UTF-16 unit; a surrogate is half of four bytes. */
    private static int bytes(char unit) {
        if (unit < 0x20) {
            return unit == '\n' || unit == '\r' || unit == '\t' ? 2 : 6;
        }
        if (unit == '"' || unit == '\\') {
            return 2;
        }
        if (unit < 0x80) {
            return 1;
        }
        return unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
    }
}
