package dev.nightjar.tables.csv;

import dev.nightjar.core.error.DataUnfit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip members one after the other (RFC 1952). Where {@link java.util.zip.GZIPInputStream}
 * is content, this is not: a member that ends early, a wrong checksum, bytes behind the last member
 * and an absurd ratio are refused with the packed position.
 */
final class GzipMembers extends InputStream {
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int HEADER_CHECK = 2;

    private final InputStream in;
    private final String file;
    private final int ratio;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] packed = new byte[64 << 10];
    private int at;
    private int limit;
    private long offset; // of packed[0] in the file
    private long unpacked;
    private long unpackedInMember;
    private boolean done;

    GzipMembers(InputStream in, String file, CsvLimits limits) throws IOException {
        super();
        this.in = in;
        this.file = file;
        this.ratio = limits.inflationRatio();
        header();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        while (!done && length > 0) {
            int count = inflate(target, from, length);
            if (count > 0) {
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw damaged("asks for a dictionary");
            } else if (inflater.needsInput()) {
                refill();
                inflater.setInput(packed, at, limit - at);
                at = limit;
            }
        }
        return length == 0 ? 0 : -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] target, int from, int length) {
        int count;
        try {
            count = inflater.inflate(target, from, length);
        } catch (DataFormatException e) {
            throw new DataUnfit(
                    file + ": gzip data is damaged before byte " + number(packedPosition()), e);
        }
        crc.update(target, from, count);
        unpacked += count;
        unpackedInMember += count;
        if (unpacked > CsvLimits.INFLATION_GRACE && unpacked > packedPosition() * ratio) {
            throw new DataUnfit(
                    file
                            + ": unpacks to more than inflationRatio = "
                            + number(ratio)
                            + " times its size, "
                            + number(unpacked)
                            + " bytes from "
                            + number(packedPosition()));
        }
        return count;
    }

    private void endMember() throws IOException {
        at = limit - inflater.getRemaining();
        long check = littleEndian();
        long size = littleEndian();
        if (check != crc.getValue() || size != (unpackedInMember & 0xffff_ffffL)) {
            throw damaged("does not match its checksum");
        }
        if (hasMore() && !onlyZeros()) {
            header();
        }
        if (done) {
            inflater.end();
        }
    }

    /** Zeros may pad the last member; nothing else may follow it. */
    private boolean onlyZeros() throws IOException {
        while (hasMore() && packed[at] == 0) {
            at++;
        }
        if (!hasMore()) {
            done = true;
            return true;
        }
        return false;
    }

    private void header() throws IOException {
        long start = offset + at;
        if (next() != 0x1f || next() != 0x8b || next() != 8) {
            throw new DataUnfit(
                    file
                            + ": a gzip member was expected at byte "
                            + number(start)
                            + ", found something else");
        }
        int flags = next();
        skip(6);
        if ((flags & EXTRA) != 0) {
            int low = next();
            skip(low | (next() << 8));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECK) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(packed, at, limit - at);
        at = limit;
        crc.reset();
        unpackedInMember = 0;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // up to the closing zero
        }
    }

    private long littleEndian() throws IOException {
        long value = 0;
        for (int i = 0; i < 4; i++) {
            value |= (long) next() << (8 * i);
        }
        return value;
    }

    private int next() throws IOException {
        if (at == limit) {
            refill();
        }
        return packed[at++] & 0xff;
    }

    private void refill() throws IOException {
        if (!hasMore()) {
            throw new DataUnfit(
                    file
                            + ": gzip member ends early at byte "
                            + number(offset + limit)
                            + ": the file was cut while it was written");
        }
    }

    /** Whether a byte is at {@code at}, reading on when needed. */
    private boolean hasMore() throws IOException {
        if (at < limit) {
            return true;
        }
        int count;
        do {
            count = in.read(packed, 0, packed.length);
        } while (count == 0);
        if (count < 0) {
            done = limit > 0 && inflater.finished();
            return false;
        }
        offset += limit;
        at = 0;
        limit = count;
        return true;
    }

    private long packedPosition() {
        return offset + limit - inflater.getRemaining();
    }

    private DataUnfit damaged(String what) {
        return new DataUnfit(
                file + ": gzip member before byte " + number(packedPosition()) + " " + what);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
