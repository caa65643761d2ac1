package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/** What {@code --store} names. */
public sealed interface StoreAddress {
    /** A folder on this machine. */
    record Folder(Path path) implements StoreAddress {
        public Folder {
            requireNonNull(path, "path is null");
        }
    }

    /**
     * A deployment's bucket, or a part of it.
     *
     * @param text {@code s3://BUCKET[/PREFIX]}
     */
    record Bucket(String text) implements StoreAddress {
        public Bucket {
            requireNonNull(text, "text is null");
        }
    }
}
