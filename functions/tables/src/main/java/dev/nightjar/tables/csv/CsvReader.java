package dev.nightjar.tables.csv;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.DataUnfit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Splits bytes into records and fields, one record at a time, without making text of a field. A
 * quote counts only at a field's start; a doubled one within quotes is one; text after the closing
 * quote belongs to the field. Line ends are LF, CRLF and CR. The record's bytes are valid until the
 * next call of {@link #next()}. Not safe for use by multiple threads.
 */
public final class CsvReader {
    private static final int BUFFER_BYTES = 256 << 10;
    private static final int KEPT_OF_LONG_RECORD = 4096;

    private final InputStream in;
    private final String file;
    private final CsvLimits limits;
    private final byte separator;
    private final int quote;
    private final boolean trim;
    private final boolean skipEmptyLines;
    private final Comments comments;
    private final FieldList fields;

    private byte[] buffer;
    private int position;
    private int limit;
    private boolean ended;
    private long offset; // of buffer[0] in the stream
    private long line; // of the next byte

    private int recordStart;
    private int recordLength;
    private long recordLine;
    private boolean tooLong;
    private boolean brokenQuote;

    /**
     * A reader at the start of a stream.
     *
     * @param in unpacked bytes; not closed
     * @param file named in messages
     * @param firstLine number of the stream's first line
     */
    public CsvReader(
            InputStream in, String file, CsvDialect dialect, CsvLimits limits, long firstLine) {
        this(in, file, dialect, limits, firstLine, BUFFER_BYTES);
    }

    CsvReader(
            InputStream in,
            String file,
            CsvDialect dialect,
            CsvLimits limits,
            long firstLine,
            int bufferBytes) {
        this.in = requireNonNull(in, "in is null");
        this.file = requireNonNull(file, "file is null");
        this.limits = requireNonNull(limits, "limits is null");
        this.separator = dialect.separator();
        this.quote = dialect.quote();
        this.trim = dialect.trim();
        this.skipEmptyLines = dialect.skipEmptyLines();
        this.comments = dialect.comments();
        this.fields = new FieldList(limits.columns() + 1, dialect.trim());
        this.buffer = new byte[bufferBytes];
        this.line = firstLine;
    }

    /** Goes over a byte order mark and the given number of lines, whatever they hold. */
    public void skip(int lines) throws IOException {
        recordStart = position;
        while (limit - position < 3 && more()) {
            // until the mark is whole
        }
        refuseSixteenBits();
        if (startsWith(0xef, 0xbb, 0xbf)) {
            position += 3;
        }
        for (int i = 0; i < lines && begin(); i++) {
            rawLine(position);
        }
    }

    /** Moves to the next record; false at the end. */
    public boolean next() throws IOException {
        while (begin()) {
            if (comments != Comments.NONE && buffer[position] == '#') {
                rawLine(position + 1);
                if (comments == Comments.READ) {
                    return true;
                }
                continue;
            }
            split();
            if (!skipEmptyLines || tooLong || !fields.isEmptyLine()) {
                return true;
            }
        }
        return false;
    }

    /** Number of the record's fields; those above the limit of columns are counted, not kept. */
    public int fields() {
        return fields.size();
    }

    /** The bytes that hold the field between {@link #start} and {@link #end}. */
    public byte[] bytes(int field) {
        return fields.isCopied(field) ? fields.copies() : buffer;
    }

    /** Where the field starts in its {@link #bytes}. */
    public int start(int field) {
        return fields.isCopied(field) ? fields.start(field) : recordStart + fields.start(field);
    }

    /** Where the field ends in its {@link #bytes}, exclusive. */
    public int end(int field) {
        return fields.isCopied(field) ? fields.end(field) : recordStart + fields.end(field);
    }

    /** The field as text; allocates. */
    public String text(int field) {
        int start = start(field);
        return new String(bytes(field), start, end(field) - start, StandardCharsets.UTF_8);
    }

    /** The record as it stands in the file, its first bytes only; allocates. */
    public String recordText(int mostBytes) {
        int length = Math.min(Math.min(recordLength, mostBytes), limit - recordStart);
        return new String(buffer, recordStart, length, StandardCharsets.UTF_8);
    }

    /** The line on which the record starts. */
    public long recordLine() {
        return recordLine;
    }

    /** Whether the record is longer than the limit; its fields are then not to be used. */
    public boolean tooLong() {
        return tooLong;
    }

    /**
     * Whether the record's quotes do not fit together: one that the end of the file closes, or one
     * over several lines with text behind its end. Such a quote may have swallowed other records.
     */
    public boolean brokenQuote() {
        return brokenQuote;
    }

    /** Bytes of the stream before the next record. */
    public long position() {
        return offset + position;
    }

    /** The line of the next record, or of an empty line before it. */
    public long line() {
        return line;
    }

    private boolean begin() throws IOException {
        recordStart = position;
        fields.clear();
        tooLong = false;
        brokenQuote = false;
        recordLine = line;
        return position < limit || more();
    }

    private void split() throws IOException {
        boolean separated;
        do {
            separated = quoteAhead() ? quoted() : unquoted();
        } while (separated);
        if (recordLength > limits.lineBytes()) {
            tooLong = true;
        }
    }

    /** Whether the field at the position is quoted; the position then is at its quote. */
    private boolean quoteAhead() throws IOException {
        if (quote < 0) {
            return false;
        }
        int ahead = 0;
        while (true) {
            if (position + ahead == limit) {
                position = limit;
                boolean more = more();
                ahead = tooLong ? 0 : ahead;
                position -= ahead;
                if (!more) {
                    return false;
                }
            }
            byte next = buffer[position + ahead];
            if (next == quote) {
                position += ahead;
                return true;
            }
            if (!trim || !isBlank(next)) {
                return false;
            }
            ahead++;
        }
    }

    /** Splits fields without quotes; false at the record's end, true before a field to look at. */
    private boolean unquoted() throws IOException {
        byte[] bytes = buffer;
        int at = position;
        int end = limit;
        int start = at;
        while (true) {
            if (at == end) {
                int length = at - start;
                position = at;
                boolean more = more();
                bytes = buffer;
                at = position;
                end = limit;
                start = Math.max(recordStart, at - length);
                if (!more) {
                    fields.add(bytes, recordStart, start, at);
                    recordLength = at - recordStart;
                    return false;
                }
            }
            byte next = bytes[at];
            if (next == separator) {
                fields.add(bytes, recordStart, start, at);
                start = ++at;
                if (!isPlainAhead(bytes, start, end)) {
                    position = start;
                    return true;
                }
            } else if (next <= '\r' && (next == '\n' || next == '\r')) {
                fields.add(bytes, recordStart, start, at);
                endLine(at);
                return false;
            } else {
                at++;
            }
        }
    }

    /** Whether the next field surely has no quote; where the bytes end nothing is sure. */
    private boolean isPlainAhead(byte[] bytes, int from, int end) {
        int at = from;
        while (trim && at < end && isBlank(bytes[at])) {
            at++;
        }
        return at < end && bytes[at] != quote;
    }

    /** Reads the field whose quote is at the position; true when another field follows. */
    private boolean quoted() throws IOException {
        long openLine = line;
        int open = position - recordStart;
        position++;
        boolean doubled = false;
        while (true) {
            if (!seekQuote()) {
                endInQuotes(open, openLine);
                return false;
            }
            position++;
            if ((position < limit || more()) && buffer[position] == quote) {
                doubled = true;
                position++;
            } else {
                break;
            }
        }
        int close = position - 1 - recordStart;
        return afterQuote(open, close, doubled, line > openLine);
    }

    /** Moves to the next quote and counts lines on the way; false when there is none. */
    private boolean seekQuote() throws IOException {
        boolean afterReturn = false;
        while (position < limit || more()) {
            byte[] bytes = buffer;
            int end = limit;
            int at = position;
            while (at < end && bytes[at] != quote) {
                byte next = bytes[at++];
                if (next == '\r' || (next == '\n' && !afterReturn)) {
                    line++;
                }
                afterReturn = next == '\r';
            }
            position = at;
            if (at < end) {
                return true;
            }
        }
        return false;
    }

    private boolean afterQuote(int open, int close, boolean doubled, boolean severalLines)
            throws IOException {
        boolean tailIsBlank = true;
        boolean more;
        while ((more = position < limit || more()) && !endsField(buffer[position])) {
            tailIsBlank &= isBlank(buffer[position++]);
        }
        int end = position - recordStart;
        brokenQuote |= severalLines && !tailIsBlank;
        if (!tooLong) {
            boolean tail = end > close + 1 && !(trim && tailIsBlank);
            if (doubled || tail) {
                fields.addCopy(buffer, recordStart, open + 1, close, tail ? end : close + 1, quote);
            } else {
                fields.addQuoted(open + 1, close);
            }
        }
        if (!more) {
            recordLength = end;
            return false;
        }
        if (buffer[position] == separator) {
            position++;
            return true;
        }
        endLine(position);
        return false;
    }

    /** The file ends within quotes: at worst one record is lost, or the file is refused. */
    private void endInQuotes(int open, long openLine) {
        recordLength = position - recordStart;
        brokenQuote = true;
        boolean swallows = tooLong;
        boolean lineEnded = false;
        for (int i = recordStart + open; i < position; i++) {
            boolean lineEnd = buffer[i] == '\n' || buffer[i] == '\r';
            swallows |= lineEnded && !lineEnd;
            lineEnded |= lineEnd;
        }
        if (swallows) {
            throw new DataUnfit(
                    String.format(
                            Locale.ROOT,
                            "%s: the quote that opens on line %,d is never closed; the rest of the"
                                    + " file, up to line %,d, would be lost in one cell",
                            file,
                            openLine,
                            line));
        }
        fields.addQuoted(open + 1, recordLength);
    }

    private void rawLine(int from) throws IOException {
        int start = from - recordStart;
        position = from;
        while (position < limit || more()) {
            byte next = buffer[position];
            if (next == '\n' || next == '\r') {
                fields.addQuoted(Math.min(start, position - recordStart), position - recordStart);
                endLine(position);
                return;
            }
            position++;
        }
        recordLength = position - recordStart;
        fields.addQuoted(Math.min(start, recordLength), recordLength);
    }

    private void endLine(int at) throws IOException {
        recordLength = at - recordStart;
        position = at + 1;
        line++;
        if (buffer[at] == '\r' && (position < limit || more()) && buffer[position] == '\n') {
            position++;
        }
    }

    /** Brings more bytes behind the limit and keeps those of the record; false at the end. */
    private boolean more() throws IOException {
        if (ended) {
            return false;
        }
        if (limit == buffer.length) {
            makeRoom();
        }
        int count;
        do {
            count = in.read(buffer, limit, buffer.length - limit);
        } while (count == 0);
        if (count < 0) {
            ended = true;
            return false;
        }
        limit += count;
        return true;
    }

    private void makeRoom() {
        int length = limit - recordStart;
        if (recordStart > 0) {
            System.arraycopy(buffer, recordStart, buffer, 0, length);
            offset += recordStart;
            position -= recordStart;
            recordStart = 0;
        } else if (length < limits.lineBytes() + 2) {
            int room = Math.min(Math.max(length * 2, 64), limits.lineBytes() + 2);
            buffer = Arrays.copyOf(buffer, room);
        } else {
            tooLong = true;
            int kept = Math.min(KEPT_OF_LONG_RECORD, length / 2);
            offset += length - kept;
            position -= length - kept;
            limit = kept;
            return;
        }
        limit = length;
    }

    private boolean endsField(byte next) {
        return next == separator || next == '\n' || next == '\r';
    }

    private boolean isBlank(byte next) {
        return FieldList.isBlank(next) && next != separator;
    }

    private boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (limit - position <= i || (buffer[position + i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private void refuseSixteenBits() {
        if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff)) {
            throw new DataUnfit(
                    file + ": starts with a UTF-16 byte order mark; UTF-8 was expected");
        }
    }
}
