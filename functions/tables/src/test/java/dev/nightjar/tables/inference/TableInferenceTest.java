package dev.nightjar.tables.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.data.PublicTables;
import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Missing;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.tables.ReadSettings;
import dev.nightjar.tables.ReadTable;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

final class TableInferenceTest {
    @Test
    void aSmallTableIsReadAsAPersonWould() throws IOException {
        StringBuilder text =
                new StringBuilder("loan_id;amount;age;purpose;since;empty;constant;defaulted\n");
        for (int i = 0; i < 200; i++) {
            text.append("L").append(i * 7).append(';').append(i).append(".5;");
            text.append(i % 9 == 0 ? "NA" : String.valueOf(18 + i % 50)).append(';');
            text.append(i % 2 == 0 ? "car" : "house").append(";2026-01-0").append(1 + i % 9);
            text.append(";;x;").append(i % 5 == 0 ? "yes" : "no").append('\n');
        }
        InferredTable table = infer(text.toString(), "defaulted");

        assertThat(table.format().separator()).isEqualTo(";");
        assertThat(table.format().header()).isEmpty();
        assertThat(table.format().missing()).containsExactly("NA");
        assertThat(table.task()).isEqualTo(Task.BINARY);
        assertThat(table.rows()).isEqualTo(200);
        assertThat(summary(table))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "loan_id", "key text",
                                "amount", "feature decimal",
                                "age", "feature integer median",
                                "purpose", "feature category",
                                "since", "ignore date",
                                "empty", "ignore text",
                                "constant", "ignore category",
                                "defaulted", "label boolean"));
        assertThat(table.columns().get(2).least()).isEqualTo(18);
        assertThat(table.columns().get(2).most()).isEqualTo(67);
        assertThat(table.columns().get(2).missing()).isEqualTo(23);
    }

    @Test
    void theRarerOfTwoUnusualLabelsIsTrue() throws IOException {
        InferredTable table = infer("x,kind\n1,good\n2,good\n3,bad\n", "kind");

        assertThat(label(table).positive()).containsExactly("bad");
    }

    @Test
    void aLabelThatNobodyNamesIsRefused() {
        assertThatThrownBy(() -> infer("a,b\n1,2\n", "c"))
                .isInstanceOf(DefinitionInvalid.class)
                .hasMessage("file.csv: no column is called 'c'; found [a, b]");
    }

    @Test
    void aFileWithoutRowsIsRefused() {
        assertThatThrownBy(() -> infer("a,b\n", null)).isInstanceOf(DataUnfit.class);
        assertThatThrownBy(() -> infer("", null)).isInstanceOf(DataUnfit.class);
    }

    @Test
    void aFewBadCellsDoNotMakeAColumnText() throws IOException {
        InferredTable table = infer("x,y\n" + "1,2\n".repeat(99) + "2,oops\n3\n", "x");

        assertThat(summary(table))
                .containsEntry("y", "ignore integer".replace("ignore", "feature"));
        assertThat(table.notes())
                .containsExactly(
                        "1 rows have another number of fields than the header",
                        "1 cells of 'y' are no numbers and will be quarantined");
    }

    @Test
    void adultIsHeaderlessTrimmedAndItsLabelIsTheLastColumn() throws IOException {
        InferredTable table = infer(PublicTables.find("adult/adult-train.csv"), "income");

        assertThat(table.format().trim()).isTrue();
        assertThat(table.format().header()).hasSize(15).startsWith("column_1").endsWith("income");
        assertThat(table.format().missing()).containsExactly("?");
        assertThat(label(table).positive()).containsExactly(">50K");
        assertThat(summary(table))
                .containsEntry("column_1", "feature integer")
                .containsEntry("column_2", "feature category mode")
                .containsEntry("column_3", "feature integer");
    }

    @Test
    void penguinsAreClassesWithIdsAndConstantsPutAside() throws IOException {
        InferredTable table = infer(PublicTables.find("penguins/penguins_raw.csv"), "Species");

        assertThat(table.task()).isEqualTo(Task.MULTICLASS);
        assertThat(summary(table))
                .containsEntry("Region", "ignore category")
                .containsEntry("Individual ID", "ignore text")
                .containsEntry("Comments", "feature category mode")
                .containsEntry("Date Egg", "ignore date")
                .containsEntry("Sex", "feature category mode")
                .containsEntry("Delta 15 N (o/oo)", "feature decimal median");
    }

    @ParameterizedTest
    @CsvSource({
        "adult/adult-train.csv, income, BINARY, 32561",
        "bank-marketing/bank-additional-full.csv, y, BINARY, 41188",
        "hotel-bookings/hotel_bookings.csv.gz, is_canceled, BINARY, 119390",
        "bike-sharing/hour.csv, cnt, REGRESSION, 17379",
        "california-housing/housing.csv, median_house_value, REGRESSION, 20640",
        "obesity-levels/ObesityDataSet_raw_and_data_sinthetic.csv, NObeyesdad, MULTICLASS, 2111",
        "penguins/penguins_raw.csv, Species, MULTICLASS, 344"
    })
    void whatIsInferredReadsEveryRow(String file, String label, Task task, long rows)
            throws IOException {
        Path path = PublicTables.find(file);
        InferredTable table = infer(path, label);
        List<Column> columns = table.columns().stream().map(InferredColumn::column).toList();
        ReadTable read = ReadTable.of(ReadSettings.training(columns), table.format(), path);

        assertThat(table.task()).isEqualTo(task);
        assertThat(read.offences()).isEmpty();
        assertThat(read.rows).hasSize((int) rows);
    }

    private static Column label(InferredTable table) {
        return table.columns().stream()
                .map(InferredColumn::column)
                .filter(column -> column.role() == Role.LABEL)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> summary(InferredTable table) {
        return table.columns().stream()
                .map(InferredColumn::column)
                .collect(
                        Collectors.toMap(
                                Column::name,
                                TableInferenceTest::summary,
                                (a, b) -> a,
                                TreeMap::new));
    }

    private static String summary(Column column) {
        Missing missing = column.missing();
        ColumnType type = column.type();
        return column.role() + " " + type + (missing == null ? "" : " " + missing.kind());
    }

    private static InferredTable infer(String text, @Nullable String label) throws IOException {
        return TableInference.infer(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "file.csv", label);
    }

    private static InferredTable infer(Path file, String label) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return TableInference.infer(in, String.valueOf(file.getFileName()), label);
        }
    }
}
