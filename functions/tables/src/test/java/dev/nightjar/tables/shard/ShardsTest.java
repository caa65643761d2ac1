package dev.nightjar.tables.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.data.PublicTables;
import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Gzip;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.tables.Columns;
import dev.nightjar.tables.OneObject;
import dev.nightjar.tables.ReadSettings;
import dev.nightjar.tables.ReadTable;
import dev.nightjar.tables.RowCounts;
import dev.nightjar.tables.TableInput;
import dev.nightjar.tables.csv.CsvLimits;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

final class ShardsTest {
    private static final List<Column> COLUMNS =
            List.of(
                    Columns.of("id", Role.KEY, ColumnType.TEXT),
                    Columns.feature("age", ColumnType.INTEGER));
    private static final ReadSettings SETTINGS =
            ReadSettings.training(COLUMNS).withLimits(new CsvLimits(50, 300, 100, 400));
    private static final String[] PIECES = {
        "a",
        "7",
        "12",
        ",",
        ",",
        "\"",
        "\"\"",
        "\n",
        "\r\n",
        "\r",
        " ",
        "é",
        "\n\n",
        ",5\nk,",
        "\"x\ny\",1\n"
    };

    @Test
    void cutsOfAnyTextReadAsTheWholeDoes() throws IOException {
        Random random = new Random(20261102);
        int readable = 0;
        for (int round = 0; round < 1000; round++) {
            String text = (round % 3 == 0 ? "\ufeff" : "") + "id,age" + randomText(random);
            readable += checkAllCuts(text, Format.STANDARD, 1 + random.nextInt(40)) ? 1 : 0;
        }
        assertThat(readable).as("texts that could be read").isGreaterThan(300);
    }

    @Test
    void everyTargetCutsAWellFormedTableAtRowBorders() throws IOException {
        StringBuilder text = new StringBuilder("\ufeffid,age\r\n");
        for (int i = 0; i < 60; i++) {
            text.append(
                    i % 3 == 0 ? "\"k\r\n\"\"" + i + "\"\"\"," + i : "k" + i + ",\"" + i + "\"");
            text.append(i % 7 == 0 ? "\r\n\r\n" : "\r\n");
        }
        for (int target = 1; target < text.length() + 2; target++) {
            assertThat(checkAllCuts(text.toString(), Format.STANDARD, target)).isTrue();
        }
    }

    @Test
    void aTableWithGivenNamesAndSkippedLinesIsCutBehindThem() throws IOException {
        Format format = new Format(",", List.of("id", "age"), 2, true, List.of(), "\"", Gzip.AUTO);

        for (int target = 1; target < 30; target++) {
            assertThat(checkAllCuts("one\n\"two\na, 1\nb, 2\n \nc, 3", format, target)).isTrue();
        }
    }

    @Test
    void aPackedObjectIsOneCutCountedByUnpacking() throws IOException {
        CutObject cut = cut(packed("id,age\na,1\nb,2\n"), 1);

        assertThat(cut.cuts()).hasSize(1);
        assertThat(cut.cuts().getFirst().whole()).isTrue();
        assertThat(cut.rows()).hasValue(2);
        assertThat(cut.bytesRead()).isEqualTo(cut.head().size());
    }

    @Test
    void anObjectThatCannotBeReadToItsEndIsAnAnswer() throws IOException {
        byte[] whole = packed("id,age\na,1\nb,2\n");
        byte[] cutShort = Arrays.copyOf(whole, whole.length - 3);
        CutObject cut = cut(cutShort, 1);

        assertThat(cut.rows()).isEmpty();
        assertThat(cut.cuts()).hasSize(1);
        assertThat(cut.problem())
                .isEqualTo(
                        "rows.csv: gzip member ends early at byte "
                                + cutShort.length
                                + ": the file was cut while it was written");
    }

    @Test
    void anEmptyObjectIsAProblemAndAHeaderAloneIsNot() throws IOException {
        CutObject empty = cut(new byte[0], 1);
        assertThat(empty.problem()).isEqualTo("rows.csv: is empty; a header line was expected");
        assertThat(empty.rows()).isEmpty();

        CutObject header = cut("id,age\n\n".getBytes(StandardCharsets.UTF_8), 1);
        assertThat(header.problem()).isNull();
        assertThat(header.cuts()).isEmpty();
        assertThat(header.rows()).hasValue(0);
        assertThat(header.header()).containsExactly("id", "age");
    }

    @Test
    void anUnreadObjectIsOneCutWithUnknownRows() {
        CutObject unread = CutObject.unread(new OneObject(new byte[9]).head());

        assertThat(unread.cuts()).containsExactly(new Cut(0, 9, true, 1, 0, OptionalLong.empty()));
    }

    @Test
    void realTablesAreCountedAsTheirReferenceSays() throws IOException {
        byte[] bike = Files.readAllBytes(PublicTables.find("bike-sharing/hour.csv"));
        assertThat(cut(bike, 100_000).rows()).hasValue(17_379);
        assertThat(cut(bike, 100_000).cuts()).hasSize(12);

        byte[] hotel =
                Files.readAllBytes(PublicTables.find("hotel-bookings/hotel_bookings.csv.gz"));
        assertThat(cut(hotel, 100_000).rows()).hasValue(119_390);
    }

    /** Compares the cuts with the whole; false when the whole cannot be read. */
    private static boolean checkAllCuts(String text, Format format, int target) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        OneObject source = new OneObject(bytes);
        CutObject object =
                new ShardCutter(format, SETTINGS.limits(), target).cut(source, source.head());
        ReadTable whole;
        try {
            whole =
                    ReadTable.of(
                            SETTINGS,
                            TableInput.whole("rows.csv", format, new ByteArrayInputStream(bytes)));
        } catch (DataUnfit e) {
            if (String.valueOf(e.getMessage()).contains("not in the header")) {
                return false;
            }
            assertThat(object.problem()).isNotNull();
            return false;
        }
        ReadTable parts = new ReadTable();
        ShardReader reader = new ShardReader(SETTINGS, parts, parts);
        RowCounts sum = RowCounts.NONE;
        long end = -1;
        for (Cut cut : object.cuts()) {
            assertThat(end == -1 || end == cut.from()).as("no gap").isTrue();
            end = cut.to();
            RowCounts counts =
                    reader.read(source, source.head(), object.header(), cut, format, null);
            assertThat(cut.rows()).hasValue(counts.read());
            sum = sum.plus(counts);
        }
        assertThat(object.problem()).isNull();
        assertThat(object.rows()).hasValue(whole.counts().read());
        assertThat(end == -1 || end == bytes.length).as("to the end").isTrue();
        assertThat(sum).isEqualTo(whole.counts());
        assertThat(parts.rows).isEqualTo(whole.rows);
        assertThat(parts.records).isEqualTo(whole.records);
        assertThat(parts.lines).isEqualTo(whole.lines);
        assertThat(parts.quarantined).isEqualTo(whole.quarantined);
        return true;
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder("\n");
        int pieces = random.nextInt(60);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        if (random.nextInt(10) == 0) {
            text.append("z".repeat(400)).append("\nq,1");
        }
        return text.toString();
    }

    private static CutObject cut(byte[] bytes, long target) throws IOException {
        OneObject source = new OneObject(bytes);
        return new ShardCutter(Format.STANDARD, CsvLimits.STANDARD, target)
                .cut(source, source.head());
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
