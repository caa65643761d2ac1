package dev.nightjar.asl.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.nightjar.asl.run.JournalRecord;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * The lines of a journal. Each is a JSON object whose last field is the checksum of what stands
 * before it; all lines of a step but its last say {@code "more":true}.
 */
final class JournalLines {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] MORE = ",\"more\":true".getBytes(ISO_8859_1);
    private static final byte[] SUM = ",\"sum\":\"".getBytes(ISO_8859_1);
    private static final byte[] END = "\"}\n".getBytes(ISO_8859_1);
    private static final int CHUNK = 1 << 15;
    private static final int SUM_DIGITS = 8;
    private static final int TAIL = SUM.length + SUM_DIGITS + END.length;

    private JournalLines() {}

    /** The bytes of one step. */
    static byte[] step(List<JournalRecord> records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512 * records.size());
        for (int i = 0; i < records.size(); i++) {
            line(bytes, records.get(i), i < records.size() - 1);
        }
        return bytes.toByteArray();
    }

    private static void line(ByteArrayOutputStream bytes, JournalRecord record, boolean more) {
        byte[] json = JSON.writeValueAsBytes(JournalCodec.json(record));
        CRC32C sum = new CRC32C();
        put(bytes, sum, json, json.length - 1);
        if (more) {
            put(bytes, sum, MORE, MORE.length);
        }
        bytes.writeBytes(SUM);
        String digits = Long.toHexString(sum.getValue() | 1L << 32);
        bytes.writeBytes(digits.substring(1).getBytes(ISO_8859_1));
        bytes.writeBytes(END);
    }

    private static void put(ByteArrayOutputStream bytes, CRC32C sum, byte[] part, int length) {
        bytes.write(part, 0, length);
        sum.update(part, 0, length);
    }

    /**
     * Reads all steps that were written whole.
     *
     * @param name what a message calls the journal
     * @return how many bytes they take; what follows was cut off by a kill
     * @throws CorruptJournalException when a line is not what was written there
     */
    static long read(InputStream journal, String name, Consumer<JournalRecord> reader)
            throws IOException {
        byte[] chunk = new byte[CHUNK];
        ByteArrayOutputStream line = new ByteArrayOutputStream(CHUNK);
        Steps steps = new Steps(name, reader);
        for (int length = journal.read(chunk); length >= 0; length = journal.read(chunk)) {
            int from = 0;
            for (int i = 0; i < length; i++) {
                if (chunk[i] == '\n') {
                    line.write(chunk, from, i + 1 - from);
                    steps.line(line.toByteArray());
                    line.reset();
                    from = i + 1;
                }
            }
            line.write(chunk, from, length - from);
        }
        return steps.whole;
    }

    /** Collects lines to steps. */
    private static final class Steps {
        private final String name;
        private final Consumer<JournalRecord> reader;
        private final List<JournalRecord> step = new ArrayList<>();
        private long position;
        private long whole;
        private int number;

        Steps(String name, Consumer<JournalRecord> reader) {
            this.name = name;
            this.reader = reader;
        }

        void line(byte[] line) {
            position += line.length;
            number++;
            if (!parse(line, name, number, step)) {
                step.forEach(reader);
                step.clear();
                whole = position;
            }
        }
    }

    /** Whether the step goes on. */
    private static boolean parse(byte[] line, String name, int number, List<JournalRecord> step) {
        int length = line.length - TAIL;
        if (length < 1 || !hasSum(line, length)) {
            throw new CorruptJournalException(name, number, "its checksum does not match");
        }
        try {
            if (!(JSON.readTree(line) instanceof ObjectNode json)) {
                throw new CorruptJournalException(name, number, "it is not a JSON object");
            }
            step.add(JournalCodec.record(json));
            return json.has("more");
        } catch (JacksonException | IllegalArgumentException | ClassCastException problem) {
            throw new CorruptJournalException(
                    name, number, "it is no record that this version writes: " + problem);
        }
    }

    private static boolean hasSum(byte[] line, int length) {
        CRC32C sum = new CRC32C();
        sum.update(line, 0, length);
        String digits = Long.toHexString(sum.getValue() | 1L << 32).substring(1);
        String tail = new String(line, length, TAIL, ISO_8859_1);
        return tail.equals(new String(SUM, ISO_8859_1) + digits + new String(END, ISO_8859_1));
    }
}
