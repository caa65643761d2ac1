package dev.nightjar.asl.run;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** The tasks of an engine that wait for their token to come back. Safe for use by many threads. */
final class TaskTokens {
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int BYTES = 3 * Long.BYTES;

    /** A task whose token is out. */
    interface Waiting {
        void success(JsonNode output);

        void failure(@Nullable String error, @Nullable String cause);

        void heartbeat();
    }

    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    /** A new token; its last part proves that an engine made it. */
    String issue(RandomGenerator random) {
        long first = random.nextLong();
        long second = random.nextLong();
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.putLong(first).putLong(second).putLong(proof(first, second));
        return TEXT.encodeToString(bytes.array());
    }

    private static long proof(long first, long second) {
        long mixed = (first ^ Long.rotateLeft(second, 32)) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }

    void await(String token, Waiting task) {
        waiting.put(token, task);
    }

    void forget(String token) {
        waiting.remove(token);
    }

    /** The task that waits for the token, which is then used up. */
    Waiting take(String token) {
        Waiting task = waiting.remove(token);
        return task == null ? refuse(token) : task;
    }

    /** The task that waits for the token. */
    Waiting find(String token) {
        Waiting task = waiting.get(token);
        return task == null ? refuse(token) : task;
    }

    private static Waiting refuse(String token) {
        throw isGenuine(token) ? TaskTokenException.over() : TaskTokenException.invalid();
    }

    private static boolean isGenuine(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length != BYTES) {
                return false;
            }
            ByteBuffer parts = ByteBuffer.wrap(bytes);
            return proof(parts.getLong(), parts.getLong()) == parts.getLong();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
