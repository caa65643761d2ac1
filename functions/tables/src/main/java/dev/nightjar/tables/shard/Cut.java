package dev.nightjar.tables.shard;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * A shard's part of an object.
 *
 * @param from first byte
 * @param to end, exclusive
 * @param whole whether it is the object as it lies there, packed or not, with its header; else the
 *     bytes are rows alone
 * @param firstLine line of the object on which the bytes start, counted from 1
 * @param firstRecord number of the first data record within the object, counted from 0
 * @param rows data records, empty when nobody counted them
 */
public record Cut(
        long from, long to, boolean whole, long firstLine, long firstRecord, OptionalLong rows) {
    public Cut {
        requireNonNull(rows, "rows is null");
        if (from < 0 || to < from || firstLine < 1 || firstRecord < 0) {
            throw new IllegalArgumentException("no such range: " + from + " to " + to);
        }
    }
}
