package dev.nightjar.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.error.DataUnfit;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

final class ExclusionsTest {
    private static final Column ID = Columns.of("id", Role.KEY, ColumnType.TEXT);
    private static final Column PLACE = Columns.of("place", Role.KEY, ColumnType.TEXT);
    private static final Column AGE = Columns.feature("age", ColumnType.INTEGER);

    @Test
    void keysArePassedOverAndCountedApart() throws IOException {
        Exclusions exclusions = read("kind,value,why\nkey,b,asked to\nkey,\"c,1\",test\n");
        ReadTable table =
                ReadTable.of(
                        ReadSettings.training(List.of(ID, AGE)).withExclusions(exclusions),
                        Format.STANDARD,
                        "id,age\na,1\nb,bad\n\"c,1\",3\nd,4\n");

        assertThat(table.rows).containsExactly(List.of("a", "1.0"), List.of("d", "4.0"));
        assertThat(table.records).containsExactly(0L, 3L);
        assertThat(table.counts()).isEqualTo(new RowCounts(4, 0, 0, 2, Map.of()));
    }

    @Test
    void aKeyOfTwoColumnsIsJoined() throws IOException {
        Exclusions exclusions = read("kind,value,why\nkey,a|x,asked to\n");
        ReadTable table =
                ReadTable.of(
                        ReadSettings.training(List.of(ID, PLACE)).withExclusions(exclusions),
                        Format.STANDARD,
                        "place,id\nx,a\ny,a\n");

        assertThat(table.rows).containsExactly(List.of("a", "y"));
    }

    @Test
    void aFileOrPartitionIsCountedAndLeftOutWhole() throws IOException {
        Exclusions exclusions =
                read("kind,value,why\nfile,rows.csv,wrong\npartition,2026-11-01,broken\n");
        ReadSettings settings = ReadSettings.training(List.of(ID)).withExclusions(exclusions);

        assertThat(ReadTable.of(settings, Format.STANDARD, "id\na\nb\n").counts())
                .isEqualTo(new RowCounts(2, 0, 0, 2, Map.of()));
        TableInput input =
                TableInput.whole(
                        "other.csv",
                        Format.STANDARD,
                        new ByteArrayInputStream("id\na\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(ReadTable.of(settings, input.in("2026-11-01")).counts().excluded()).isEqualTo(1);
    }

    @Test
    void aFaultInTheListIsNamedWithItsLine() {
        assertThatThrownBy(() -> read("kind,value,why\nkeys,b,c\n"))
                .isInstanceOf(DataUnfit.class)
                .hasMessage(
                        "exclude.csv line 2: kind is 'keys'; key, partition and file are known");
        assertThatThrownBy(() -> read("key,why\nb,c\n"))
                .hasMessage(
                        "exclude.csv: the columns kind, value and why were expected; found [key,"
                                + " why]");
        assertThatThrownBy(() -> read("kind,value,why\nkey\n"))
                .hasMessage("exclude.csv line 2: kind, value and why were expected; found 'key'");
    }

    private static Exclusions read(String text) throws IOException {
        return Exclusions.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "exclude.csv");
    }
}
