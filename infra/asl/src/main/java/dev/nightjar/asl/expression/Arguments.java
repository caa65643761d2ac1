package dev.nightjar.asl.expression;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Validated arguments, by their kinds. */
final class Arguments {
    private Arguments() {}

    /**
     * An argument that the function cannot do without.
     *
     * @throws JsonataError T0410 when it is undefined
     */
    static Object any(List<?> arguments, int index) {
        Object argument = arguments.get(index);
        if (argument == null) {
            throw JsonataError.of("T0410", Map.of("index", index + 1));
        }
        return argument;
    }

    static String text(List<?> arguments, int index) {
        return (String) any(arguments, index);
    }

    static @Nullable String optionalText(List<?> arguments, int index) {
        return (String) arguments.get(index);
    }

    static double number(List<?> arguments, int index) {
        return ((Number) any(arguments, index)).doubleValue();
    }

    static double numberOr(List<?> arguments, int index, double otherwise) {
        return arguments.get(index) == null ? otherwise : number(arguments, index);
    }

    static List<?> list(List<?> arguments, int index) {
        return (List<?>) any(arguments, index);
    }

    static @Nullable Map<?, ?> optionalMap(List<?> arguments, int index) {
        return (Map<?, ?>) arguments.get(index);
    }
}
