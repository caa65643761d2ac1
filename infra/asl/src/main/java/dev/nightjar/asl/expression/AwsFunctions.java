package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
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
 * The functions that Step Functions adds to JSONata, and those of JSONata that depend on time and
 * chance ("Transforming data with JSONata", developer guide). {@code $eval} is taken away.
 */
final class AwsFunctions {
    private static final ScopedValue<Bindings> CURRENT = ScopedValue.newInstance();

    private static final Set<String> DIGESTS =
            Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final Map<String, JFunction> FUNCTIONS =
            Map.of(
                    "partition", function("partition", 0, 2, args -> partition(args)),
                    "range", function("range", 2, 3, args -> range(args)),
                    "hash", function("hash", 0, 2, args -> hash(args)),
                    "random", function("random", 0, 1, args -> random(args)),
                    "uuid", function("uuid", 0, 0, _ -> uuid()),
                    "parse", function("parse", 0, 1, args -> parse(args)),
                    "now", function("now", 0, 2, args -> now(args)),
                    "millis", function("millis", 0, 0, _ -> CURRENT.get().now().toEpochMilli()));

    private AwsFunctions() {}

    static void bindTo(Jsonata expression) {
        FUNCTIONS.forEach(expression::registerFunction);
        expression.assign("eval", null);
    }

    static @Nullable Object within(
            Bindings bindings, ScopedValue.CallableOp<Object, RuntimeException> call) {
        return ScopedValue.where(CURRENT, bindings).call(call);
    }

    private interface Body {
        @Nullable Object call(List<?> arguments);
    }

    /** Counts the arguments itself, as AWS does: too few of them are undefined, not an error. */
    private static JFunction function(String name, int least, int most, Body body) {
        JFunctionCallable callable =
                (_, args) -> {
                    if (args.size() < least || args.size() > most) {
                        throw new JException("T0410", -1, Math.min(args.size(), most) + 1, name);
                    }
                    return body.call(args);
                };
        return new CountedFunction(callable);
    }

    /** Leaves the counting to its body; {@code $map} and the like pass it the element alone. */
    private static final class CountedFunction extends JFunction {
        CountedFunction(JFunctionCallable body) {
            super(body, "<x?:x>");
        }

        @Override
        public Object validate(Object arguments, @Nullable Object context) {
            return arguments;
        }
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
        long size = whole("partition", 2, args.get(1));
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
        long first = whole("range", 1, args.get(0));
        long last = whole("range", 2, args.get(1));
        long step = whole("range", 3, args.get(2));
        if (step == 0) {
            throw refused("The step of $range must not be 0");
        }
        if (Math.abs(last - first) / Math.abs(step) >= Bounds.MAX_LENGTH) {
            throw new Bounds.Exceeded(Bounds.MEMORY);
        }
        List<Object> numbers = Utils.createSequence();
        for (long next = first; step > 0 ? next <= last : next >= last; next += step) {
            numbers.add(next);
        }
        return numbers;
    }

    private static @Nullable Object hash(List<?> args) {
        if (args.size() < 2 || args.contains(null)) {
            return null;
        }
        String algorithm = String.valueOf(args.get(1));
        if (!DIGESTS.contains(algorithm)) {
            throw refused("Unsupported hash algorithm: " + algorithm);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] data = String.valueOf(args.getFirst()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(data));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static Object random(List<?> args) {
        if (args.isEmpty()) {
            return CURRENT.get().random().nextDouble();
        }
        return new Random(whole("random", 1, args.getFirst())).nextDouble();
    }

    private static String uuid() {
        RandomGenerator random = CURRENT.get().random();
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private static @Nullable Object parse(List<?> args) {
        if (args.isEmpty() || args.getFirst() == null) {
            return null;
        }
        if (!(args.getFirst() instanceof String text)) {
            throw new JException("T0410", -1, 1, "parse");
        }
        try {
            JsonNode json = STRICT.readTree(text);
            if (json.isMissingNode() || (json.isNumber() && !Double.isFinite(json.doubleValue()))) {
                throw refused("Invalid JSON");
            }
            return JsonView.of(json);
        } catch (JacksonException _) {
            throw refused("Invalid JSON");
        }
    }

    private static String now(List<?> args) {
        long millis = CURRENT.get().now().toEpochMilli();
        return Functions.dateTimeFromMillis(millis, text(args, 0), text(args, 1));
    }

    private static @Nullable String text(List<?> args, int index) {
        return index < args.size() && args.get(index) instanceof String text ? text : null;
    }

    private static long whole(String function, int index, @Nullable Object argument) {
        if (argument instanceof Number number) {
            return number.longValue();
        }
        throw new JException("T0410", -1, index, function);
    }

    private static JException refused(String message) {
        return new JException("D3137", -1, message);
    }
}
