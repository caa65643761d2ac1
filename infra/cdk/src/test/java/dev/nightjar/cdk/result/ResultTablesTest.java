package dev.nightjar.cdk.result;

import static dev.nightjar.cdk.Resources.spelled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.cdk.Night;
import dev.nightjar.cdk.Resources;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

final class ResultTablesTest {
    private final Resources night = Night.resources();

    @Test
    void thereIsOneTableAPipelineThatScores() {
        assertThat(night.all("AWS::Glue::Table"))
                .extracting(table -> table.at("/TableInput/Name").asString())
                .containsExactlyInAnyOrder("birds", "city_rents", "loans");
    }

    @Test
    void allAreInTheDeploymentsDatabase() {
        assertThat(night.all("AWS::Glue::Database"))
                .singleElement()
                .satisfies(
                        database ->
                                assertThat(database.at("/DatabaseInput/Name").asString())
                                        .isEqualTo("nightjar"));
    }

    @Test
    void followsTheLinksOfASlot() {
        assertThat(table("loans").at("/StorageDescriptor/InputFormat").asString())
                .isEqualTo("org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat");
    }

    @Test
    void findsASlotWithoutAskingTheCatalogue() {
        assertThat(spelled(table("loans").at("/Parameters/storage.location.template")))
                .isEqualTo("s3://${Store}/loans/results/slot=${slot}/");
    }

    @Test
    void aSlotIsNamedByTheQuery() {
        assertThat(table("loans").at("/Parameters/projection.slot.type").asString())
                .isEqualTo("injected");
    }

    @Test
    void theHeaderIsNoRow() {
        assertThat(table("loans").at("/Parameters/skip.header.line.count").asString())
                .isEqualTo("1");
    }

    @Test
    void theSlotIsThePartition() {
        assertThat(columns(table("loans").path("PartitionKeys"))).containsExactly("slot string");
    }

    @Test
    void ofAYesOrNoThereIsAScore() {
        assertThat(columns("loans"))
                .containsExactly(
                        "loan_id string",
                        "prediction int",
                        "score double",
                        "model string",
                        "run string",
                        "predicted_at string");
    }

    @Test
    void ofANumberThereIsThePredictionAlone() {
        assertThat(columns("city_rents"))
                .containsExactly(
                        "flat string",
                        "slot_key string",
                        "prediction double",
                        "model string",
                        "run string",
                        "predicted_at string");
    }

    @Test
    void ofManyClassesOnlyWhatStandsBeforeTheirScoresIsKnown() {
        assertThat(columns("birds"))
                .containsExactly("file string", "line string", "prediction string");
    }

    private JsonNode table(String name) {
        return night.all("AWS::Glue::Table").stream()
                .map(table -> table.path("TableInput"))
                .filter(table -> table.path("Name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> columns(String name) {
        return columns(table(name).at("/StorageDescriptor/Columns"));
    }

    private static List<String> columns(JsonNode columns) {
        List<String> found = new ArrayList<>();
        columns.forEach(
                column ->
                        found.add(
                                column.path("Name").asString()
                                        + " "
                                        + column.path("Type").asString()));
        return found;
    }
}
