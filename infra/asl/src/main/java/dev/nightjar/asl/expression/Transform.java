package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.OpenJsonata.Scope;
import com.dashjoin.jsonata.Parser.Symbol;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** The transform operator: a function that gives a changed copy ("Other operators"). Immutable. */
final class Transform {
    private final Symbol pattern;
    private final Symbol update;
    private final @Nullable Symbol delete;
    private final Scope scope;

    Transform(Symbol pattern, Symbol update, @Nullable Symbol delete, Scope scope) {
        this.pattern = pattern;
        this.update = update;
        this.delete = delete;
        this.scope = scope;
    }

    Function function() {
        return Function.defined("<(oa):o>", args -> apply(Arguments.any(args, 0))).withArity(1);
    }

    private @Nullable Object apply(Object value) {
        Object copy = Copies.of(value);
        Object matches = scope.evaluate(pattern, copy);
        if (matches instanceof List<?> list) {
            list.forEach(this::change);
        } else if (matches != null) {
            change(matches);
        }
        return copy;
    }

    private void change(@Nullable Object match) {
        Object merged = scope.evaluate(update, match);
        if (merged != null && !(merged instanceof Map)) {
            throw JsonataError.about(merged, "T2011");
        }
        Object deleted = null;
        if (match instanceof Map<?, ?> object) {
            merge(object, merged);
        } else if (merged instanceof Map<?, ?> members && !members.isEmpty()) {
            throw new IllegalArgumentException("Cannot create a property on what is no object");
        }
        if (delete != null) {
            deleted = scope.evaluate(delete, match);
        }
        List<?> names = namesOf(deleted);
        if (match instanceof Map<?, ?> object) {
            names.forEach(object::remove);
        }
    }

    @SuppressWarnings("unchecked")
    private static void merge(Map<?, ?> object, @Nullable Object merged) {
        if (merged instanceof Map<?, ?> members) {
            ((Map<Object, Object>) object).putAll(members);
        }
    }

    private static List<?> namesOf(@Nullable Object deleted) {
        if (deleted == null) {
            return List.of();
        }
        List<?> names = deleted instanceof List<?> list ? list : List.of(deleted);
        if (!names.stream().allMatch(String.class::isInstance)) {
            throw JsonataError.about(deleted, "T2012");
        }
        return names;
    }
}
