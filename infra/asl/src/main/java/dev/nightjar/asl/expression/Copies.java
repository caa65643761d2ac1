package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.OpenJsonata;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deep copies that may be changed. A copy goes through JSON, so a function becomes no text. */
final class Copies {
    private Copies() {}

    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((name, member) -> copy.put(name, of(member)));
                yield copy;
            }
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                list.forEach(element -> copy.add(of(element)));
                yield copy;
            }
            case Number number when !JsonataValue.isNumber(number) -> null;
            case null, default -> OpenJsonata.isFunction(value) ? "" : value;
        };
    }
}
