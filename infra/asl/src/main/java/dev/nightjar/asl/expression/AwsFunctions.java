package dev.nightjar.asl.expression;

import static dev.nightjar.asl.expression.Function.unchecked;

import com.dashjoin.jsonata.OpenJsonata.Call;
import com.dashjoin.jsonata.Utils;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The functions that Step Functions adds to JSONata ("Transforming data with JSONata", developer
 * guide, "JSONata functions provided by Step Functions"). They count their arguments themselves:
 * too few are mostly undefined, not an error. {@code $eval} is missing, as on AWS.
 */
final class AwsFunctions {
    /** The last length that AWS gives before its list would grow beyond the memory it has. */
    private static final int MAX_RANGE = 360_145;

    private static final Set<String> DIGESTS =
            Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private AwsFunctions() {}

    static Map<String, Function> all() {
        return Map.of(
                "partition", counted(0, 2, (_, args) -> partition(args)),
                "range", counted(2, 3, (_, args) -> range(args)),
                "hash", counted(0, 2, (_, args) -> hash(args)),
                "random", counted(0, 1, AwsFunctions::random),
                "uuid", counted(0, 0, (call, _) -> uuid(call)),
                "parse", counted(0, 1, (_, args) -> parse(args)));
    }

    private static Function counted(int least, int most, Function.Body body) {
        return unchecked(
                1,
                (call, args) -> {
                    if (args.size() < least || args.size() > most) {
                        throw misfit(Math.min(args.size(), most) + 1);
                    }
                    return body.call(call, args);
                });
    }

    private static @Nullable Object partition(List<?> args) {
        if (args.isEmpty() || args.getFirst() == null) {
            return null;
        }
        List<?> elements =
                args.getFirst() instanceof List<?> list ? list : List.of(args.getFirst());
        if (args.size() == 1) {
            return new ArrayList<>(List.of(elements));
        }
        if (args.get(1) == null) {
            return null;
        }
        long size = whole(args, 1);
        if (size == 0) {
            return null;
        }
        if (size < 0) {
            throw refused("The chunk size of $partition must be positive");
        }
        List<Object> parts = new ArrayList<>();
        for (int from = 0; from < elements.size(); ) {
            int to = (int) Math.min(elements.size(), from + size);
            parts.add(new ArrayList<>(elements.subList(from, to)));
            from = to;
        }
        return parts;
    }

    private static @Nullable Object range(List<?> args) {
        if (args.size() < 3 || args.contains(null)) {
            return null;
        }
        long first = whole(args, 0);
        long last = whole(args, 1);
        long step = whole(args, 2);
        if (step == 0) {
            throw refused("The step of $range must not be 0");
        }
        if (((double) last - first) / step >= MAX_RANGE) {
            throw new Evaluation.Exceeded(Evaluation.MEMORY);
        }
        List<Object> numbers = Utils.createSequence();
        for (long next = first; step > 0 ? next <= last : next >= last; next += step) {
            numbers.add(JsonataValue.number(next));
        }
        return numbers;
    }

    private static @Nullable Object hash(List<?> args) {
        if (args.size() < 2 || args.contains(null)) {
            return null;
        }
        String text = text(args, 0);
        String algorithm = text(args, 1);
        if (!DIGESTS.contains(algorithm)) {
            throw refused("Unsupported hash algorithm: " + algorithm);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static Object random(Call call, List<?> args) {
        if (args.isEmpty() || args.getFirst() == null) {
            return Evaluation.of(call).bindings().random().nextDouble();
        }
        return new Random(whole(args, 0)).nextDouble();
    }

    private static String uuid(Call call) {
        RandomGenerator random = Evaluation.of(call).bindings().random();
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private static @Nullable Object parse(List<?> args) {
        if (args.isEmpty() || args.getFirst() == null) {
            return null;
        }
        try {
            JsonNode json = STRICT.readTree(text(args, 0));
            if (json.isMissingNode() || hasInfinity(json)) {
                throw refused("Invalid JSON");
            }
            return JsonView.of(json);
        } catch (JacksonException _) {
            throw refused("Invalid JSON");
        }
    }

    private static boolean hasInfinity(JsonNode json) {
        return json.isNumber()
                ? !Double.isFinite(json.doubleValue())
                : json.valueStream().anyMatch(AwsFunctions::hasInfinity);
    }

    private static String text(List<?> args, int index) {
        if (args.get(index) instanceof String text) {
            return text;
        }
        throw misfit(index + 1);
    }

    private static long whole(List<?> args, int index) {
        if (args.get(index) instanceof Number number) {
            return number.longValue();
        }
        throw misfit(index + 1);
    }

    private static JsonataError misfit(int index) {
        return JsonataError.of("T0410", Map.of("index", index));
    }

    private static JsonataError refused(String message) {
        return JsonataError.of("D3137", Map.of("message", message));
    }
}
