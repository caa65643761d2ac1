package dev.nightjar.core.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says of a file without reading it.
 *
 * @param size in bytes
 * @param modified in nanoseconds since 1970
 * @param inode empty where the file system has none
 */
record FileStamp(long size, long modified, String inode) {
    /** The stamp of the file, or empty when there is none or it is no file. */
    static Optional<FileStamp> of(Path path) throws IOException {
        try {
            return of(Files.readAttributes(path, BasicFileAttributes.class));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (AccessDeniedException e) {
            throw e;
        } catch (FileSystemException e) {
            // Java has no class for ENOTDIR: something on the way to the file is itself a file.
            if (fileOnTheWay(path).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    static Optional<FileStamp> of(BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            return Optional.empty();
        }
        return Optional.of(
                new FileStamp(
                        attributes.size(),
                        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                        inode(String.valueOf(attributes.fileKey()))));
    }

    /** The nearest existing parent, when it is a file and no folder. */
    static Optional<Path> fileOnTheWay(Path path) {
        Path parent = path.getParent();
        while (parent != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        return Optional.ofNullable(parent).filter(Files::isRegularFile);
    }

    /** The stamp as an ETag. */
    String text() {
        return size + "-" + modified + "-" + inode;
    }

    /** Of {@code (dev=fe00,ino=99)} the 99: a device's number changes when it is mounted anew. */
    private static String inode(String fileKey) {
        int start = fileKey.indexOf("ino=");
        return start < 0 ? "" : fileKey.substring(start + 4, fileKey.length() - 1);
    }
}
