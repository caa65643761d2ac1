package dev.nightjar.tables;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Format;

import org.jspecify.annotations.Nullable;

import java.io.InputStream;
import java.util.List;

/**
 * One object, or a byte range of it, to be read.
 *
 * @param file the object's key: named in messages, in the quarantine, and matched by exclusions
 * @param partition of the object as exclusions spell it, or null
 * @param stream its bytes; the reader does not close it
 * @param header names of the columns of a range that starts behind the header; null for a whole
 *     object
 * @param firstLine number of the stream's first line
 */
public record TableInput(
        String file,
        @Nullable String partition,
        Format format,
        InputStream stream,
        @Nullable List<String> header,
        long firstLine) {
    public TableInput {
        requireNonNull(file, "file is null");
        requireNonNull(format, "format is null");
        requireNonNull(stream, "stream is null");
        header = header == null ? null : List.copyOf(header);
    }

    /** A whole object. */
    public static TableInput whole(String file, Format format, InputStream stream) {
        return new TableInput(file, null, format, stream, null, 1);
    }

    /** Unpacked rows behind a header that is known. */
    public static TableInput range(
            String file, Format format, InputStream stream, List<String> header, long firstLine) {
        return new TableInput(file, null, format, stream, header, firstLine);
    }

    /** The same in a partition. */
    public TableInput in(@Nullable String named) {
        return new TableInput(file, named, format, stream, header, firstLine);
    }
}
