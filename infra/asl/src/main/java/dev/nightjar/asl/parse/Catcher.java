package dev.nightjar.asl.parse;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One element of Catch (specification, "Fallback states"). Immutable.
 *
 * @param pointer JSON pointer of the element
 * @param output the next state's input, or null for the error output
 */
public record Catcher(
        String pointer,
        List<String> errorEquals,
        String next,
        @Nullable Template assign,
        @Nullable Template output) {

    public Catcher {
        requireNonNull(pointer, "pointer is null");
        errorEquals = List.copyOf(errorEquals);
        requireNonNull(next, "next is null");
    }
}
