package dev.nightjar.pipeline.file;

import java.util.Arrays;
import java.util.Optional;

/** Constants by the spelling of the pipeline file, which is their {@code toString()}. */
final class Spelled {
    private Spelled() {}

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(text))
                .findFirst();
    }

    /** The constant of a text that the schema has let pass. */
    static <E extends Enum<E>> E as(Class<E> type, String text) {
        return find(type, text)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no " + type.getSimpleName() + ": " + text));
    }
}
