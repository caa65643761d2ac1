package dev.nightjar.tables.shard;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.store.ObjectHead;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.OptionalLong;

/**
 * A planned object and its cuts.
 *
 * @param header names of the columns; empty when the object was not read, or not to its header
 * @param cuts in order, without gap from the first row to the end; none for an object without rows
 * @param rows of all cuts, empty when they were not counted to the end
 * @param bytesRead bytes of the object that were read for it
 * @param problem why the object cannot be read to its end, or null
 */
public record CutObject(
        ObjectHead head,
        List<String> header,
        List<Cut> cuts,
        OptionalLong rows,
        long bytesRead,
        @Nullable String problem) {
    public CutObject {
        requireNonNull(head, "head is null");
        header = List.copyOf(header);
        cuts = List.copyOf(cuts);
        requireNonNull(rows, "rows is null");
    }

    /** An object that nobody looked into: one cut with unknown rows. */
    public static CutObject unread(ObjectHead head) {
        return new CutObject(head, List.of(), List.of(whole(head)), OptionalLong.empty(), 0, null);
    }

    /** An object that cannot be read to its end: one cut with unknown rows, and the problem. */
    static CutObject unreadable(
            ObjectHead head, List<String> header, long bytesRead, String problem) {
        return new CutObject(
                head, header, List.of(whole(head)), OptionalLong.empty(), bytesRead, problem);
    }

    private static Cut whole(ObjectHead head) {
        return new Cut(0, head.size(), true, 1, 0, OptionalLong.empty());
    }
}
