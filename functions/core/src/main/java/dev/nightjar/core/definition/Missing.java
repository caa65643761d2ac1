package dev.nightjar.core.definition;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What stands in for a missing value.
 *
 * @param kind how the value is found
 * @param value the given value, for {@link Kind#VALUE} only
 */
public record Missing(Kind kind, @Nullable String value) {
    /** How a stand-in is found. */
    public enum Kind {
        MEDIAN("median"),
        MEAN("mean"),
        MODE("mode"),
        KEEP("keep"),
        VALUE("value");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    public Missing {
        requireNonNull(kind, "kind is null");
        if ((kind == Kind.VALUE) != (value != null)) {
            throw new IllegalArgumentException("a value belongs to the kind 'value' alone");
        }
    }
}
