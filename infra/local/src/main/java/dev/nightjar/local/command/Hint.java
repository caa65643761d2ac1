package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes the next command in the words that were typed, so that it can be copied.
 *
 * @param pipeline as typed
 * @param store as typed, or null
 * @param data as typed, or null
 */
record Hint(String pipeline, @Nullable String store, @Nullable String data) {
    private static final Pattern PLAIN = Pattern.compile("[\\w./:=@%+,-]+");

    Hint {
        requireNonNull(pipeline, "pipeline is null");
    }

    /** {@code ./nightjar score loans.yaml --slot ...}, with the data root. */
    String run(String command, String... more) {
        String hint = about(command, pipeline, more);
        return data == null ? hint : hint + " --data " + quoted(data);
    }

    /** {@code ./nightjar models loans}. */
    String about(String command, String subject, String... more) {
        StringBuilder hint = new StringBuilder("./nightjar " + command);
        if (!subject.isEmpty()) {
            hint.append(' ').append(quoted(subject));
        }
        List.of(more).forEach(word -> hint.append(' ').append(quoted(word)));
        if (store != null) {
            hint.append(" --store ").append(quoted(store));
        }
        return hint.toString();
    }

    /** The word as a shell takes it. */
    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
