package dev.nightjar.tables.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.data.PublicTables;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Gzip;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.error.DefinitionInvalid;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

final class CsvReaderTest {
    private static final CsvDialect TRIMMED =
            new CsvDialect((byte) ',', '"', true, true, Comments.NONE);

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() {
        assertThat(Records.of("\ufeffa,b\n1,2"))
                .containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @Test
    void aSixteenBitFileIsRefused() {
        byte[] text = {(byte) 0xff, (byte) 0xfe, 'a', 0};

        assertThatThrownBy(
                        () -> Records.of(new ByteArrayInputStream(text), CsvDialect.STANDARD, 64))
                .isInstanceOf(DataUnfit.class)
                .hasMessage("test.csv: starts with a UTF-16 byte order mark; UTF-8 was expected");
    }

    @Test
    void linesAndPositionsCountWhatStandsInQuotes() throws IOException {
        CsvReader csv = reader("a\r\n\"x\r\ny\rz\n\"\r\n\r\nlast", CsvLimits.STANDARD);
        List<Long> places = new ArrayList<>();
        while (csv.next()) {
            places.add(csv.recordLine());
            places.add(csv.position());
        }

        assertThat(places).containsExactly(1L, 3L, 2L, 14L, 7L, 20L);
        assertThat(csv.line()).isEqualTo(7);
    }

    @Test
    void trimCutsSpacesAroundQuotesAndKeepsThoseWithin() {
        assertThat(Records.of("1 ,\t two , \" a, b \" ,\"c\"\t, \"d\"\"e\" \n", TRIMMED))
                .containsExactly(List.of("1", "two", " a, b ", "c", "d\"e"));
    }

    @Test
    void trimTakesALineOfSpacesForAnEmptyLine() {
        assertThat(Records.of("a\n  \t\nb\n", TRIMMED)).containsExactly(List.of("a"), List.of("b"));
        assertThat(Records.of("a\n  \nb\n"))
                .containsExactly(List.of("a"), List.of("  "), List.of("b"));
    }

    @Test
    void withoutAQuoteQuotesAreText() {
        CsvDialect plain =
                new CsvDialect((byte) '\t', CsvDialect.NO_QUOTE, false, true, Comments.NONE);

        assertThat(Records.of("\"a\t6\" pipe\n", plain))
                .containsExactly(List.of("\"a", "6\" pipe"));
    }

    @Test
    void textBehindAClosingQuoteBelongsToTheField() {
        assertThat(Records.of("\"a\"b\"c,d\n")).containsExactly(List.of("ab\"c", "d"));
    }

    @Test
    void aQuoteOverLinesWithTextBehindItIsBroken() throws IOException {
        CsvReader csv = reader("1,\"x\n2,\"y\"\n3,z\n", CsvLimits.STANDARD);

        assertThat(csv.next()).isTrue();
        assertThat(csv.brokenQuote()).isTrue();
        assertThat(csv.next()).isTrue();
        assertThat(csv.brokenQuote()).isFalse();
        assertThat(csv.recordText(100)).isEqualTo("3,z");
    }

    @Test
    void anOpenQuoteOnTheLastLineLosesThatRecordAlone() throws IOException {
        CsvReader csv = reader("1,x\n2,\"y\n", CsvLimits.STANDARD);

        assertThat(csv.next()).isTrue();
        assertThat(csv.next()).isTrue();
        assertThat(csv.brokenQuote()).isTrue();
        assertThat(csv.next()).isFalse();
    }

    @Test
    void aRecordAboveTheLimitIsSkippedWholeWhateverTheBuffer() throws IOException {
        CsvLimits limits = new CsvLimits(10, 20, 20, 400);
        String text =
                "12345678901234567890\n" + "1".repeat(21) + "\n\"" + "2\n".repeat(5000) + "\"\n3\n";
        for (int bufferBytes : new int[] {3, 16, 64, 100_000}) {
            CsvReader csv =
                    new CsvReader(
                            Records.stream(text),
                            "test.csv",
                            CsvDialect.STANDARD,
                            limits,
                            1,
                            bufferBytes);
            List<Boolean> tooLong = new ArrayList<>();
            List<Long> places = new ArrayList<>();
            while (csv.next()) {
                tooLong.add(csv.tooLong());
                places.add(csv.recordLine());
                places.add(csv.position());
            }
            assertThat(tooLong).containsExactly(false, true, true, false);
            assertThat(places).containsExactly(1L, 21L, 2L, 43L, 3L, 10046L, 5004L, 10048L);
        }
    }

    @Test
    void fieldsAboveTheLimitAreCountedAndNotKept() throws IOException {
        CsvReader csv = reader("1" + ",1".repeat(99_999), new CsvLimits(3, 1 << 20, 10, 400));

        assertThat(csv.next()).isTrue();
        assertThat(csv.fields()).isEqualTo(100_000);
    }

    @Test
    void skippedLinesMayHoldAnything() throws IOException {
        CsvReader csv = reader("\ufeffa \"quote\n\nreal,header\n", CsvLimits.STANDARD);
        csv.skip(2);

        assertThat(csv.next()).isTrue();
        assertThat(Records.fields(csv)).containsExactly("real", "header");
        assertThat(csv.recordLine()).isEqualTo(3);
    }

    @Test
    void aNastyTableReadsTheSameWithEveryLineEnd() throws IOException {
        List<List<String>> expected = univocity("essential.csv");

        assertThat(univocity("essential-dos.csv")).isEqualTo(expected);
        assertThat(univocity("essential-mac.csv")).isEqualTo(expected);
        assertThat(expected)
                .contains(
                        List.of(
                                "1996",
                                "Jeep",
                                "Grand Cherokee",
                                "MUST SELL! air, moon roof, loaded",
                                "4799.00"));
    }

    @Test
    void aSeparatorOfTwoCharactersIsNoFormat() {
        Format format = new Format("||", List.of(), 0, false, List.of(), "\"", Gzip.AUTO);

        assertThatThrownBy(() -> CsvDialect.of(format))
                .isInstanceOf(DefinitionInvalid.class)
                .hasMessage("format.separator is '||'; it must be one ASCII character");
    }

    @Test
    void limitsNameThemselves() {
        assertThatThrownBy(() -> new CsvLimits(1, 0, 1, 1))
                .hasMessage("limit lineBytes is below 1: 0");
    }

    private static List<List<String>> univocity(String name) throws IOException {
        try (InputStream in =
                Files.newInputStream(PublicTables.find("hostile-csv/univocity").resolve(name))) {
            return Records.of(in, TRIMMED, 64).stream()
                    .map(
                            fields ->
                                    fields.stream()
                                            .map(field -> field.replaceAll("\\R", " "))
                                            .toList())
                    .toList();
        }
    }

    private static CsvReader reader(String text, CsvLimits limits) {
        return new CsvReader(Records.stream(text), "test.csv", CsvDialect.STANDARD, limits, 1, 16);
    }
}
