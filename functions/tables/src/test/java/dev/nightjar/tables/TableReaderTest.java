package dev.nightjar.tables;

import static dev.nightjar.core.definition.ColumnType.BOOLEAN;
import static dev.nightjar.core.definition.ColumnType.CATEGORY;
import static dev.nightjar.core.definition.ColumnType.DATE;
import static dev.nightjar.core.definition.ColumnType.DECIMAL;
import static dev.nightjar.core.definition.ColumnType.INTEGER;
import static dev.nightjar.core.definition.ColumnType.TEXT;
import static dev.nightjar.tables.Columns.feature;
import static dev.nightjar.tables.Columns.withMissing;
import static dev.nightjar.tables.Columns.withRange;
import static dev.nightjar.tables.Columns.withSpellings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.tables.check.Rule;
import dev.nightjar.tables.csv.CsvLimits;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

final class TableReaderTest {
    private static final Column ID = Columns.of("id", Role.KEY, TEXT);
    private static final Column AGE = feature("age", INTEGER);
    private static final Column PAY = feature("pay", DECIMAL);
    private static final Column KIND = feature("kind", CATEGORY);
    private static final Column GOOD = Columns.of("good", Role.LABEL, BOOLEAN);
    private static final Column LEAK = Columns.of("leak", Role.IGNORE, TEXT);

    @Test
    void findsColumnsByNameWhateverTheirOrder() {
        ReadTable table =
                ReadTable.training(
                        List.of(ID, PAY, KIND), "kind,more,pay,id\nx,?,1.5,k1\ny,,2,k2\n");

        assertThat(table.rows)
                .containsExactly(List.of("k1", "1.5", "x"), List.of("k2", "2.0", "y"));
        assertThat(table.counts()).isEqualTo(new RowCounts(2, 0, 0, 0, Map.of()));
    }

    @Test
    void aPoisonRowAmongAHundredThousandIsTheOnlyOneKeptOut() {
        StringBuilder text = new StringBuilder("id,age\n");
        for (int i = 0; i < 100_000; i++) {
            text.append('k').append(i).append(i == 77_777 ? ",12d\n" : ",12\n");
        }
        ReadTable table = ReadTable.training(List.of(ID, AGE), text.toString());

        assertThat(table.rows).hasSize(99_999);
        assertThat(table.counts())
                .isEqualTo(new RowCounts(100_000, 0, 1, 0, Map.of(Rule.NOT_A_NUMBER, 1L)));
        assertThat(table.quarantined)
                .singleElement()
                .asString()
                .isEqualTo(
                        "QuarantinedRow[file=rows.csv, line=77779, rule=not-a-number, column=age,"
                                + " value=12d, row=k77777,12d]");
        assertThat(table.records).doesNotContain(77_777L).contains(77_776L, 77_778L, 99_999L);
    }

    @Test
    void anIntegerWrittenAsDecimalIsRepairedAndAFractionIsNot() {
        ReadTable table =
                ReadTable.training(
                        List.of(AGE),
                        "age\n12\n12.0\n1.2e1\n12.6\n9007199254740993\n-9007199254740991\n");

        assertThat(table.column(0))
                .containsExactly("12.0", "12.0", "12.0", "-9.007199254740991E15");
        assertThat(table.counts().repaired()).isEqualTo(2);
        assertThat(table.offences())
                .containsExactly(
                        "5 not-an-integer age 12.6", "6 integer-too-large age 9007199254740993");
    }

    @Test
    void whatIsNoNumberByOurGrammarIsKeptOut() {
        ReadTable table =
                ReadTable.training(
                        List.of(PAY),
                        "pay\n12d\n0x10\n1_000\nNaN\nInfinity\n1e\n.\n 1\n+-1\n1e999\n\"1,5\"\n١\n");

        assertThat(table.rows).isEmpty();
        assertThat(table.counts().byRule())
                .isEqualTo(Map.of(Rule.NOT_A_NUMBER, 11L, Rule.OUT_OF_RANGE, 1L));
    }

    @Test
    void aRangeIsClosed() {
        ReadTable table =
                ReadTable.training(
                        List.of(withRange(AGE, 18, 110)), "age\n18\n110\n17\n111\n-18\n");

        assertThat(table.column(0)).containsExactly("18.0", "110.0");
        assertThat(table.offences())
                .containsExactly(
                        "4 out-of-range age 17",
                        "5 out-of-range age 111",
                        "6 out-of-range age -18");
    }

    @Test
    void aMissingValueIsKeptOutUnlessSomethingStandsInForIt() {
        String text = "age,pay,kind\n1,2,x\n,2,x\n1,NA,x\n1,2,?\n";
        Format format = Columns.format(List.of(), false, List.of("NA", "?"));

        ReadTable strict =
                ReadTable.of(ReadSettings.training(List.of(AGE, PAY, KIND)), format, text);
        assertThat(strict.offences())
                .containsExactly(
                        "3 missing-value age ", "4 missing-value pay NA", "5 missing-value kind ?");

        List<Column> patient = List.of(withMissing(AGE), withMissing(PAY), withMissing(KIND));
        ReadTable kept = ReadTable.of(ReadSettings.training(patient), format, text);
        assertThat(kept.rows)
                .containsExactly(
                        List.of("1.0", "2.0", "x"),
                        List.of("-", "2.0", "x"),
                        List.of("1.0", "-", "x"),
                        List.of("1.0", "2.0", "-"));
    }

    @Test
    void theUsualSpellingsOfTrueAndFalseHold() {
        ReadTable table =
                ReadTable.training(
                        List.of(feature("flag", BOOLEAN)),
                        "flag\nTRUE\nfalse\n1\n0\nYes\nNO\nt\nF\ny\nn\n1.0\n0.0\nmaybe\n2\nfalsehood\n");

        assertThat(table.column(0))
                .containsExactly(
                        "1.0", "0.0", "1.0", "0.0", "1.0", "0.0", "1.0", "0.0", "1.0", "0.0", "1.0",
                        "0.0");
        assertThat(table.counts().repaired()).isEqualTo(2);
        assertThat(table.offences())
                .containsExactly(
                        "14 not-a-boolean flag maybe",
                        "15 not-a-boolean flag 2",
                        "16 not-a-boolean flag falsehood");
    }

    @Test
    void givenSpellingsOfALabelHold() {
        Column income = Columns.of("income", Role.LABEL, BOOLEAN);
        String text = "income\n>50K\n<=50K\n>50K.\n\n<=50K.\n \n";
        Format format = Columns.format(List.of(), true, List.of());

        ReadTable open =
                ReadTable.of(
                        ReadSettings.training(
                                List.of(
                                        withSpellings(
                                                income, List.of(">50K", ">50K."), List.of()))),
                        format,
                        text);
        assertThat(open.column(0)).containsExactly("1.0", "0.0", "1.0", "0.0");

        ReadTable closed =
                ReadTable.of(
                        ReadSettings.training(
                                List.of(
                                        withSpellings(
                                                income,
                                                List.of(">50K", ">50K."),
                                                List.of("<=50K")))),
                        format,
                        text);
        assertThat(closed.offences()).containsExactly("6 unknown-label income <=50K.");
    }

    @Test
    void aRowWithoutLabelIsKeptOutOfTrainingAndScoredAllTheSame() {
        List<Column> columns = List.of(ID, withMissing(AGE), withMissing(GOOD));
        String text = "id,age,good\na,1,yes\nb,2,\nc,3,perhaps\n";

        ReadTable training = ReadTable.training(columns, text);
        assertThat(training.offences())
                .containsExactly("3 missing-value good ", "4 unknown-label good perhaps");

        ReadTable scoring =
                ReadTable.of(ReadSettings.scoring(columns, Map.of()), Format.STANDARD, text);
        assertThat(scoring.rows)
                .containsExactly(List.of("a", "1.0"), List.of("b", "2.0"), List.of("c", "3.0"));
    }

    @Test
    void labelAndIgnoredColumnsMayBeAbsentInScoringAlone() {
        List<Column> columns = List.of(ID, AGE, GOOD, LEAK);
        String text = "id,age\na,1\n";

        assertThat(
                        ReadTable.of(ReadSettings.scoring(columns, Map.of()), Format.STANDARD, text)
                                .rows)
                .hasSize(1);
        assertThatThrownBy(() -> ReadTable.training(columns, text))
                .isInstanceOf(DataUnfit.class)
                .hasMessage(
                        "rows.csv: columns 'good', 'leak' are not in the header; found 'id', 'age';"
                                + " expected 'id', 'age', 'good', 'leak'");
    }

    @Test
    void aMissingColumnIsNamed() {
        assertThatThrownBy(() -> ReadTable.training(List.of(ID, AGE), "id; age\n1;2\n"))
                .isInstanceOf(DataUnfit.class)
                .hasMessage(
                        "rows.csv: columns 'id', 'age' are not in the header; found 'id; age';"
                                + " expected 'id', 'age'");
    }

    @Test
    void aHeaderThatNamesAColumnTwiceIsRefused() {
        assertThatThrownBy(() -> ReadTable.training(List.of(AGE), "age,x,age\n1,2,3\n"))
                .isInstanceOf(DataUnfit.class)
                .hasMessage("rows.csv: the header names 'age' twice; found [age, x, age]");
    }

    @Test
    void anEmptyFileIsRefusedAndAHeaderAloneIsATableWithoutRows() {
        for (String empty : List.of("", "\ufeff", "\n\r\n\n")) {
            assertThatThrownBy(() -> ReadTable.training(List.of(AGE), empty))
                    .isInstanceOf(DataUnfit.class)
                    .hasMessage("rows.csv: is empty; a header line with 'age' was expected");
        }
        assertThat(ReadTable.training(List.of(AGE), "age").counts()).isEqualTo(RowCounts.NONE);
        assertThat(
                        ReadTable.of(
                                        ReadSettings.training(List.of(AGE)),
                                        Columns.format(List.of("age"), false, List.of()),
                                        "")
                                .counts())
                .isEqualTo(RowCounts.NONE);
    }

    @Test
    void aRaggedRowNeverShifts() {
        ReadTable table = ReadTable.training(List.of(ID, AGE), "id,age\na\nb,1,2\nc,3\n,\n");

        assertThat(table.rows).containsExactly(List.of("c", "3.0"));
        assertThat(table.offences())
                .containsExactly(
                        "2 wrong-field-count  1 of 2 fields",
                        "3 wrong-field-count  3 of 2 fields",
                        "5 missing-key id ");
    }

    @Test
    void aRefusedRowLeavesNoLevelAndNoKeyBehind() {
        ReadTable table = new ReadTable();
        TableReader reader =
                new TableReader(ReadSettings.training(List.of(ID, KIND, AGE)), table, table);
        read(reader, "one.csv", "id,kind,age\na,x,1\nb,poison,?\nc,y,3\n");

        assertThat(reader.levels().get("kind"))
                .extracting(Levels::texts)
                .isEqualTo(List.of("x", "y"));
        assertThat(table.rows).containsExactly(List.of("a", "x", "1.0"), List.of("c", "y", "3.0"));
    }

    @Test
    void recordsAreCountedOverFilesAndLinesWithinThem() {
        ReadTable table = new ReadTable();
        TableReader reader =
                new TableReader(
                        ReadSettings.training(List.of(AGE)).withBlockRows(2).withFirstRecord(10),
                        table,
                        table);
        RowCounts one = read(reader, "one.csv", "age\n1\nx\n\n3\n4\n");
        RowCounts two = read(reader, "two.csv", "age\n5\n");

        assertThat(table.records).containsExactly(10L, 12L, 13L, 14L);
        assertThat(table.lines).containsExactly(2L, 5L, 6L, 2L);
        assertThat(one.read()).isEqualTo(4);
        assertThat(two.read()).isEqualTo(1);
        assertThat(reader.counts()).isEqualTo(one.plus(two));
    }

    @Test
    void aLevelThatTheModelDoesNotKnowIsUnseen() {
        ReadTable table =
                ReadTable.of(
                        ReadSettings.scoring(
                                List.of(withMissing(KIND)),
                                Map.of("kind", Levels.fixed(List.of("x")))),
                        Format.STANDARD,
                        "kind\nx\nz\n\"\"\n");

        assertThat(table.column(0)).containsExactly("x", "*", "-");
    }

    @Test
    void anIntegerKeyStaysTextAndIsChecked() {
        Column key = Columns.of("id", Role.KEY, INTEGER);
        ReadTable table =
                ReadTable.training(
                        List.of(key),
                        "id\n007\n123456789012345678901234567890\n5.00\nx7\n5.5\n1e3\n\"\"\n");

        assertThat(table.column(0)).containsExactly("007", "123456789012345678901234567890", "5");
        assertThat(table.offences())
                .containsExactly(
                        "5 not-a-number id x7",
                        "6 not-an-integer id 5.5",
                        "7 not-an-integer id 1e3",
                        "8 missing-key id ");
    }

    @Test
    void aDayIsOneOfTheCalendar() {
        ReadTable table =
                ReadTable.training(
                        List.of(feature("day", DATE)),
                        "day\n2024-02-29\n2023-02-29\n2026-13-01\n2026-1-1\n01.02.2026\n2026-04-31\n2000-02-29\n");

        assertThat(table.column(0)).containsExactly("2024-02-29", "2000-02-29");
        assertThat(table.counts().byRule()).isEqualTo(Map.of(Rule.NOT_A_DATE, 5L));
    }

    @Test
    void bytesThatAreNoTextAreKeptOut() {
        byte[] text = "kind\nä\nX\n".getBytes(StandardCharsets.UTF_8);
        text[text.length - 2] = (byte) 0xe4;
        ReadTable table = ReadTable.of(ReadSettings.training(List.of(KIND)), Format.STANDARD, text);

        assertThat(table.column(0)).containsExactly("ä");
        assertThat(table.offences()).containsExactly("3 encoding kind \ufffd");
    }

    @Test
    void longCellsAndLinesAreKeptOutByLimitsOfTheirOwn() {
        ReadSettings settings =
                ReadSettings.training(List.of(ID, KIND)).withLimits(new CsvLimits(10, 40, 20, 400));
        ReadTable table =
                ReadTable.of(
                        settings,
                        Format.STANDARD,
                        "id,kind\na," + "x".repeat(21) + "\nb," + "x".repeat(40) + "\nc,x\n");

        assertThat(table.rows).containsExactly(List.of("c", "x"));
        assertThat(table.offences())
                .containsExactly(
                        "2 cell-too-long kind " + "x".repeat(21),
                        "3 line-too-long  more than lineBytes = 40");
    }

    @Test
    void moreColumnsThanTheLimitAreRefused() {
        ReadSettings settings =
                ReadSettings.training(List.of(ID)).withLimits(new CsvLimits(2, 40, 20, 400));

        assertThatThrownBy(() -> ReadTable.of(settings, Format.STANDARD, "id,b,c\n"))
                .hasMessage("rows.csv: the header has 3 columns, more than the limit columns = 2");
    }

    @Test
    void minusZeroIsZero() {
        ReadTable table = ReadTable.training(List.of(PAY), "pay\n-0\n-0.0\n-1e-999\n");

        assertThat(table.column(0)).containsOnly("0.0");
    }

    @Test
    void trimReachesIntoQuotesOnlyWhereSpacesMeanNothing() {
        ReadTable table =
                ReadTable.of(
                        ReadSettings.training(List.of(PAY, KIND)),
                        Columns.format(List.of(), true, List.of()),
                        "pay,kind\n\" 1 \",\" x \"\n 2 , y \n");

        assertThat(table.rows).containsExactly(List.of("1.0", " x "), List.of("2.0", "y"));
    }

    private static RowCounts read(TableReader reader, String file, String text) {
        try {
            return reader.read(
                    TableInput.whole(
                            file,
                            Format.STANDARD,
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
