package dev.nightjar.cdk.machine;

import static java.util.Objects.requireNonNull;

/** Something that a machine's role must be allowed to do, because a state does it. */
public sealed interface Right extends Comparable<Right> {
    /** Calls a function. */
    record InvokeFunction(String placeholder) implements Right {
        public InvokeFunction {
            requireNonNull(placeholder, "placeholder is null");
        }
    }

    /**
     * Reads the items of a Map from an object.
     *
     * @param keys pattern of the keys that the object may have
     */
    record ReadItems(String keys) implements Right {
        public ReadItems {
            requireNonNull(keys, "keys is null");
        }
    }

    /** Puts events on the account's default bus. */
    record PutEvents() implements Right {}

    /**
     * Runs children of a distributed Map, and runs the unsuccessful ones again.
     *
     * @param label of the Map
     */
    record RunChildren(String label) implements Right {
        public RunChildren {
            requireNonNull(label, "label is null");
        }
    }

    @Override
    default int compareTo(Right other) {
        return toString().compareTo(other.toString());
    }
}
