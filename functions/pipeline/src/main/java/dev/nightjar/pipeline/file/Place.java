package dev.nightjar.pipeline.file;

import static java.util.Objects.requireNonNull;

/** Where something stands: line and column from 1, both 0 for a value of the command line. */
record Place(String file, int line, int column) {
    Place {
        requireNonNull(file, "file is null");
    }

    static Place ofOverride(String path) {
        return new Place("--set " + path, 0, 0);
    }

    boolean isOverride() {
        return line == 0;
    }

    /** Within a sentence. */
    String words() {
        return isOverride() ? "by " + file : "on line " + line;
    }
}
