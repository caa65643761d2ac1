package dev.nightjar.local.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A shared library for 64-bit Linux, as its loader sees it ("System V Application Binary Interface,
 * Object Files, Dynamic Linking", and for versions "Linux Standard Base, Symbol Versioning").
 *
 * @param machine that it runs on
 * @param name that others know it by
 * @param needed names of the libraries that it is linked against
 * @param versions of symbols that it asks those for, by library: {@code GLIBC_2.17}
 */
record NativeLibrary(
        Machine machine, String name, List<String> needed, Map<String, Set<String>> versions) {

    enum Machine {
        X86_64(62, "x86_64"),
        ARM64(183, "aarch64");

        private final int number;
        private final String folder;

        Machine(int number, String folder) {
            this.number = number;
            this.folder = folder;
        }

        /** As XGBoost names it. */
        String folder() {
            return folder;
        }

        static Machine of(int number) {
            return Arrays.stream(values())
                    .filter(machine -> machine.number == number)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no machine of ours: " + number));
        }
    }

    private static final int MAGIC = 0x7f454c46;
    private static final int LOAD = 1;
    private static final int DYNAMIC = 2;
    private static final long NEEDED = 1;
    private static final long STRINGS = 5;
    private static final long SONAME = 14;
    private static final long VERSIONS = 0x6ffffffeL;

    static boolean isOne(byte[] file) {
        return file.length > 64 && ByteBuffer.wrap(file).getInt() == MAGIC;
    }

    static NativeLibrary read(byte[] file) {
        return new Reader(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN)).read();
    }

    /** One segment of the file: where it lies, and where in memory. */
    private record Segment(int type, long offset, long address, long size) {
        boolean holds(long place) {
            return type == LOAD && place >= address && place < address + size;
        }
    }

    private static final class Reader {
        private final ByteBuffer file;
        private final List<Segment> segments = new ArrayList<>();

        Reader(ByteBuffer file) {
            this.file = file;
            long first = file.getLong(32);
            int size = file.getShort(54);
            for (int i = 0; i < file.getShort(56); i++) {
                int at = Math.toIntExact(first + (long) i * size);
                segments.add(
                        new Segment(
                                file.getInt(at),
                                file.getLong(at + 8),
                                file.getLong(at + 16),
                                file.getLong(at + 32)));
            }
        }

        NativeLibrary read() {
            int strings = place(dynamic(STRINGS).getFirst());
            List<String> needed = new ArrayList<>();
            dynamic(NEEDED).forEach(name -> needed.add(text(strings, name)));
            Map<String, Set<String>> versions = new TreeMap<>();
            dynamic(VERSIONS).forEach(at -> readVersions(place(at), strings, versions));
            return new NativeLibrary(
                    Machine.of(file.getShort(18)),
                    text(strings, dynamic(SONAME).getFirst()),
                    List.copyOf(needed),
                    versions);
        }

        /** Values of the dynamic section's entries with the tag. */
        private List<Long> dynamic(long tag) {
            Segment section =
                    segments.stream()
                            .filter(segment -> segment.type() == DYNAMIC)
                            .findFirst()
                            .orElseThrow();
            List<Long> values = new ArrayList<>();
            int at = Math.toIntExact(section.offset());
            for (; file.getLong(at) != 0; at += 16) {
                if (file.getLong(at) == tag) {
                    values.add(file.getLong(at + 8));
                }
            }
            return values;
        }

        private void readVersions(int first, int strings, Map<String, Set<String>> versions) {
            for (int at = first, next = -1; next != 0; at += next) {
                Set<String> asked =
                        versions.computeIfAbsent(
                                text(strings, file.getInt(at + 4)), _ -> new TreeSet<>());
                int entry = at + file.getInt(at + 8);
                for (int left = file.getShort(at + 2); left > 0; left--) {
                    asked.add(text(strings, file.getInt(entry + 8)));
                    entry += file.getInt(entry + 12);
                }
                next = file.getInt(at + 12);
            }
        }

        private int place(long address) {
            Segment segment =
                    segments.stream().filter(one -> one.holds(address)).findFirst().orElseThrow();
            return Math.toIntExact(segment.offset() + address - segment.address());
        }

        private String text(int strings, long offset) {
            int start = Math.toIntExact(strings + offset);
            int length = 0;
            while (file.get(start + length) != 0) {
                length++;
            }
            byte[] name = new byte[length];
            file.get(start, name);
            return new String(name, StandardCharsets.US_ASCII);
        }
    }
}
