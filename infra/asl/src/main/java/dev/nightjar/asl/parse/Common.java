package dev.nightjar.asl.parse;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

/**
 * What states have in common (specification, "Common state fields").
 *
 * @param pointer JSON pointer of the state in its document
 * @param assign the Assign of the state itself, or null
 * @param output the Output of the state itself, or null
 * @param transition Next or End; null for Choice, Succeed and Fail
 */
public record Common(
        String name,
        String pointer,
        @Nullable String comment,
        @Nullable Template assign,
        @Nullable Template output,
        @Nullable Transition transition) {

    public Common {
        requireNonNull(name, "name is null");
        requireNonNull(pointer, "pointer is null");
    }
}
