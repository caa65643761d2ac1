package dev.nightjar.tables.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.rows.RowBlock;
import dev.nightjar.tables.Columns;
import dev.nightjar.tables.ReadSettings;
import dev.nightjar.tables.ReadTable;
import dev.nightjar.tables.RowSink;
import dev.nightjar.tables.TableInput;
import dev.nightjar.tables.TableReader;
import dev.nightjar.tables.check.QuarantinedRow;
import dev.nightjar.tables.check.Rule;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

final class WritersTest {
    private static final List<Column> COLUMNS =
            List.of(
                    Columns.of("id", Role.KEY, ColumnType.TEXT),
                    Columns.withMissing(Columns.feature("amount", ColumnType.DECIMAL)),
                    Columns.withMissing(Columns.feature("kind", ColumnType.CATEGORY)),
                    Columns.of("good", Role.LABEL, ColumnType.BOOLEAN));

    @Test
    void aSnapshotReadsBackToTheSameBits() throws IOException {
        StringBuilder text = new StringBuilder("id,amount,kind,good\n");
        Random random = new Random(5);
        for (int i = 0; i < 9000; i++) {
            text.append("\"k,\n").append(i).append("\",");
            text.append(i % 11 == 0 ? "" : Double.toString(random.nextGaussian() * 1e9))
                    .append(',');
            text.append(i % 13 == 0 ? "" : "\" l\"\"" + i % 7 + "\r\n \"").append(",yes\n");
        }
        ReadTable first = ReadTable.training(COLUMNS, text.toString());
        byte[] snapshot = snapshot(text.toString(), true);
        ReadTable again = ReadTable.of(ReadSettings.clean(COLUMNS), Format.STANDARD, snapshot);

        assertThat(first.rows).hasSize(9000);
        assertThat(again.rows).isEqualTo(first.rows);
        assertThat(snapshot(text.toString(), true)).isEqualTo(snapshot);
    }

    @Test
    void numbersAreWrittenShort() throws IOException {
        String text =
                "id,amount,kind,good\na,0012,x,1\nb,-0.5e0,NA,0\nc,1e300,,1\nd,-123456,\"a\"\"b\",1\n";

        assertThat(new String(snapshot(text, false), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        id,amount,kind,good
                        a,12,x,1
                        b,-0.5,NA,0
                        c,1.0E300,,1
                        d,-123456,"a""b",1
                        """);
    }

    @Test
    void theOneEmptyCellOfARowIsNoEmptyLine() throws IOException {
        List<Column> one = List.of(Columns.withMissing(Columns.feature("x", ColumnType.DECIMAL)));
        byte[] written = write(one, "x\n1\n\"\"\n2\n", false);

        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo("x\n1\n\"\"\n2\n");
        assertThat(ReadTable.of(ReadSettings.clean(one), Format.STANDARD, written).rows).hasSize(3);
    }

    @Test
    void binaryResultsHaveKeyPredictionAndScore() {
        ResultLayout layout =
                new ResultLayout(
                        List.of("id"),
                        Task.BINARY,
                        List.of(),
                        "1.2.3",
                        "run-1",
                        "2026-11-02T01:00Z");

        assertThat(results(layout, new double[][] {{0.5, 0.49999999999999994, 1e-7}}))
                .isEqualTo(
                        """
                        id,prediction,score,model,run,predicted_at
                        "a,1",1,0.5,1.2.3,run-1,2026-11-02T01:00Z
                        b,0,0.49999999999999994,1.2.3,run-1,2026-11-02T01:00Z
                        c,0,1.0E-7,1.2.3,run-1,2026-11-02T01:00Z
                        """);
    }

    @Test
    void multiclassResultsNameTheLargestScoreAndTheFirstOfEquals() {
        ResultLayout layout =
                new ResultLayout(
                        List.of("id"), Task.MULTICLASS, List.of("x", "y,z"), "m", "r", "t");

        assertThat(results(layout, new double[][] {{0.5, 0.25, 1}, {0.5, 0.75, 0}}))
                .isEqualTo(
                        """
                        id,prediction,score_x,"score_y,z",model,run,predicted_at
                        "a,1",x,0.5,0.5,m,r,t
                        b,"y,z",0.25,0.75,m,r,t
                        c,x,1.0,0.0,m,r,t
                        """);
    }

    @Test
    void aTableWithoutKeyIsKnownByFileAndLine() {
        ResultLayout layout =
                new ResultLayout(List.of(), Task.REGRESSION, List.of(), "m", "r", "t");

        assertThat(results(layout, new double[][] {{1, -2.5, 3}}))
                .isEqualTo(
                        """
                        file,line,prediction,model,run,predicted_at
                        rows.csv,2,1.0,m,r,t
                        rows.csv,3,-2.5,m,r,t
                        rows.csv,4,3.0,m,r,t
                        """);
    }

    @Test
    void labelsBelongToMulticlassAlone() {
        assertThatThrownBy(
                        () -> new ResultLayout(List.of(), Task.BINARY, List.of("x"), "m", "r", "t"))
                .hasMessage("labels belong to multiclass models alone");
    }

    @Test
    void theQuarantineIsCsvWithAHeader() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (QuarantineWriter writer = new QuarantineWriter(out)) {
            writer.accept(
                    new QuarantinedRow("a/b.csv", 7, Rule.OUT_OF_RANGE, "age", "200", "x,\"200\""));
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        file,line,rule,column,value,row
                        a/b.csv,7,out-of-range,age,200,"x,""200""\"
                        """);
    }

    @Test
    void valuesAndRowsOfTheQuarantineAreCut() {
        QuarantinedRow row =
                new QuarantinedRow("f", 1, Rule.ENCODING, "c", "v".repeat(999), "😀".repeat(5000));

        assertThat(row.value()).hasSize(200);
        assertThat(row.row()).isEqualTo("😀".repeat(500));
    }

    private static String results(ResultLayout layout, double[][] outputs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultWriter writer = new ResultWriter(out, layout);
        read(
                "id\n\"a,1\"\nb\nc\n",
                block -> writer.write(block, "rows.csv", outputs),
                COLUMNS.subList(0, 1));
        assertThat(writer.rows()).isEqualTo(3);
        try {
            writer.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] snapshot(String text, boolean packed) throws IOException {
        return write(COLUMNS, text, packed);
    }

    private static byte[] write(List<Column> columns, String text, boolean packed)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> names = columns.stream().map(Column::name).toList();
        try (CleanRowWriter writer =
                packed ? CleanRowWriter.gzip(out, names) : CleanRowWriter.plain(out, names)) {
            read(text, writer::write, columns);
        }
        return out.toByteArray();
    }

    private static void read(String text, RowSink sink, List<Column> columns) {
        TableReader reader =
                new TableReader(
                        ReadSettings.training(columns),
                        (RowBlock block) -> sink.accept(block),
                        row -> {});
        try {
            reader.read(
                    TableInput.whole(
                            "rows.csv",
                            Format.STANDARD,
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
