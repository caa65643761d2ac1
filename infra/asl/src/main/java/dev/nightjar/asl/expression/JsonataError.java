package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.JException;

import org.jspecify.annotations.Nullable;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** An error of the language: a code, and what its sentence names. Used by one thread. */
final class JsonataError extends JException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Map<String, @Nullable Object> inserts;

    private JsonataError(String code, Map<String, ?> inserts) {
        super(code);
        this.inserts = new LinkedHashMap<>(inserts);
    }

    static JsonataError of(String code) {
        return new JsonataError(code, Map.of());
    }

    static JsonataError of(String code, Map<String, ?> inserts) {
        return new JsonataError(code, inserts);
    }

    /** An error about one value. */
    static JsonataError about(@Nullable Object value, String code) {
        JsonataError error = of(code);
        error.inserts.put("value", value);
        return error;
    }

    /** One more insert. */
    JsonataError and(String name, @Nullable Object insert) {
        inserts.put(name, insert);
        return this;
    }

    /** The operator or function that it happened in; the innermost is told first and stays. */
    JsonataError within(@Nullable Object token) {
        inserts.putIfAbsent("token", token);
        return this;
    }

    Map<String, @Nullable Object> inserts() {
        return inserts;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // no trace, nothing to guard
    public Throwable fillInStackTrace() {
        return this;
    }
}
