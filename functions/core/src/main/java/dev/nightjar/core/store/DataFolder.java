package dev.nightjar.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The user's data files below a folder, read only. The ETag is size, time of change in nanoseconds
 * and inode, for nobody promises that others do not write a file in place; it is asked around every
 * read. Files and folders that start with a dot are not seen. Errors are those of {@link
 * ObjectSource}. Safe for use by multiple threads.
 */
public final class DataFolder implements ObjectSource {
    private final FolderReader reader;

    private DataFolder(Path root) {
        this.reader =
                new FolderReader(
                        root, (_, seen) -> Optional.of(new Etags.Stamped(seen, seen.text())));
    }

    /** The files below the folder; there are none while it does not exist. */
    public static DataFolder at(Path root) {
        return new DataFolder(root.toAbsolutePath().normalize());
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return reader.head(key);
    }

    @Override
    public Optional<StoredObject> find(String key) {
        return reader.find(key);
    }

    @Override
    public InputStream open(ObjectHead pinned, long from, long to) throws IOException {
        return reader.open(pinned, from, to);
    }

    @Override
    public List<ObjectHead> list(String prefix) {
        return reader.list(prefix);
    }

    @Override
    public String bucket() {
        return "here";
    }

    @Override
    public String keyInBucket(String key) {
        return key;
    }

    @Override
    public String address(String key) {
        return reader.path(key).toString();
    }
}
