package dev.nightjar.core.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** How a folder names the state of its files. */
@FunctionalInterface
interface Etags {
    /** A file's ETag with the stamp that the file had when the ETag was its own. */
    record Stamped(FileStamp stamp, String etag) {}

    /** The file's present ETag, or empty when it is gone. */
    Optional<Stamped> of(Path path, FileStamp seen) throws IOException;
}
