package dev.nightjar.local.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.data.PublicTables;
import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.pipeline.file.PipelineFile;
import dev.nightjar.pipeline.file.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class PipelineDraftTest {
    private static final String CUSTOMERS =
            """
            customer_id;Jährlicher Umsatz (€);on;colour;country;joined;left
            C1;10.5;1;red;DE;2026-01-01;no
            C2;?;2;green;DE;2026-01-02;yes
            C3;12.0;3;red;DE;2026-01-03;no
            C4;13.5;3;red;DE;2026-01-04;no
            """;

    @TempDir Path folder;

    @Test
    void aDraftIsAValidPipeline() throws IOException {
        Definition definition = drafted(CUSTOMERS, "left", List.of());

        assertThat(definition.task()).isEqualTo(Task.BINARY);
        assertThat(definition.keys()).extracting(Column::name).containsExactly("customer_id");
        assertThat(definition.features())
                .extracting(Column::name)
                .containsExactly("Jährlicher Umsatz (€)", "on", "colour");
        assertThat(definition.format().separator()).isEqualTo(";");
        assertThat(definition.format().missing()).containsExactly("?");
        assertThat(definition.training()).isNotNull();
        assertThat(definition.scoring()).isNotNull();
    }

    @Test
    void columnsThatSayNothingAreIgnoredWithAReason() throws IOException {
        assertThat(text(CUSTOMERS, "left", List.of()))
                .containsPattern("country: +\\{ role: ignore } +# one value only")
                .containsPattern("joined: +\\{ role: ignore } +# a day is no feature");
    }

    @Test
    void gapsAreFilledAndRangesStandAsComments() throws IOException {
        assertThat(text(CUSTOMERS, "left", List.of()))
                .containsPattern("missing: median } +# range: \\[10.5, 13.5]; 1 missing")
                .containsPattern("colour: +\\{ type: category } +# 2 values");
    }

    @Test
    void aNumberedLabelIsTheColumnOfATableWithoutNames() throws IOException {
        Definition definition = drafted("1,2,a\n3,4,b\n5,6,a\n", "3", List.of());

        assertThat(definition.label().name()).isEqualTo("column_3");
        assertThat(definition.format().header())
                .containsExactly("column_1", "column_2", "column_3");
    }

    @Test
    void givenNamesNameTheColumnsOfATableWithoutNames() throws IOException {
        Definition definition =
                drafted("1,2,<=50K\n3,4,>50K\n5,6,<=50K\n", "income", List.of("a", "b", "income"));

        assertThat(definition.features()).extracting(Column::name).containsExactly("a", "b");
        assertThat(definition.label().type()).isEqualTo(ColumnType.BOOLEAN);
        assertThat(definition.label().positive()).containsExactly(">50K");
    }

    @Test
    void namesThatDoNotFitTheTableAreRefused() throws IOException {
        Path table = table("1,2,a\n3,4,b\n");

        assertThatThrownBy(() -> new TableDraft(table, "c", List.of("a", "c")).infer())
                .isInstanceOf(DefinitionInvalid.class)
                .hasMessage("--header has 2 names, the table 3 columns");
        assertThatThrownBy(() -> new TableDraft(table, "d", List.of("a", "b", "c")).infer())
                .isInstanceOf(DefinitionInvalid.class)
                .hasMessage("--label 'd' is none of the names in --header");
    }

    @ParameterizedTest
    @CsvSource({
        "Adult Train.csv, adult-train",
        "2026_loans.csv.gz, loans",
        "___.csv, table",
        "ALL.CSV, all"
    })
    void thePipelineIsNamedAfterTheTable(String table, String pipeline) {
        assertThat(InitCommand.pipelineName(Path.of(table))).isEqualTo(pipeline);
    }

    @ParameterizedTest
    @CsvSource({
        "adult/adult-train.csv, 15, BINARY",
        "california-housing/housing.csv, median_house_value, REGRESSION",
        "bank-marketing/bank-additional-full.csv, y, BINARY",
        "bike-sharing/hour.csv, cnt, REGRESSION",
        "hotel-bookings/hotel_bookings.csv.gz, is_canceled, BINARY",
        "obesity-levels/ObesityDataSet_raw_and_data_sinthetic.csv, NObeyesdad, MULTICLASS",
        "penguins/penguins_raw.csv, Species, MULTICLASS"
    })
    void realTablesGiveValidPipelines(String file, String label, Task task) throws IOException {
        Path table = PublicTables.folder().resolve(file);

        Definition definition = checked(draft(table, label, List.of()));

        assertThat(definition.task()).isEqualTo(task);
        assertThat(definition.columns())
                .extracting(Column::role)
                .containsOnlyOnce(Role.LABEL)
                .contains(Role.FEATURE);
    }

    private Definition drafted(String content, String label, List<String> header)
            throws IOException {
        return checked(text(content, label, header));
    }

    private String text(String content, String label, List<String> header) throws IOException {
        return draft(table(content), label, header);
    }

    private Path table(String content) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), content);
    }

    private static String draft(Path table, String label, List<String> header) throws IOException {
        return new PipelineDraft(
                        InitCommand.pipelineName(table),
                        table.getFileName().toString(),
                        null,
                        new TableDraft(table, label, header).infer())
                .text();
    }

    private static Definition checked(String text) {
        return switch (PipelineFile.read(
                "draft.yaml", text.getBytes(StandardCharsets.UTF_8), List.of())) {
            case PipelineFile.Result.Checked checked -> checked.definition();
            case PipelineFile.Result.Refused refused ->
                    throw new AssertionError(
                            String.join("\n", Problem.lines(refused.problems())) + "\n" + text);
        };
    }
}
