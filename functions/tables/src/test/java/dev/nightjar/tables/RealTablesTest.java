package dev.nightjar.tables;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.data.PublicTables;
import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Gzip;
import dev.nightjar.tables.profile.ColumnProfile;
import dev.nightjar.tables.profile.TableProfile;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows, missing cells and levels of the public tables, as reference.json counts them. */
final class RealTablesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "adult",
                "bank-marketing",
                "hotel-bookings",
                "bike-sharing",
                "california-housing",
                "obesity-levels",
                "penguins"
            })
    void readAsTheReferenceCountsThem(String name) throws IOException {
        JsonNode facts = facts(name);
        Format format = format(name, facts);
        List<Column> columns =
                facts.get("distinct").propertyNames().stream()
                        .map(column -> Columns.feature(column, ColumnType.CATEGORY))
                        .map(Columns::withMissing)
                        .toList();
        TableProfile profile = new TableProfile();
        TableReader reader =
                new TableReader(
                        ReadSettings.training(columns),
                        profile::add,
                        row -> assertThat(row).as("quarantined").isNull());
        Path file = PublicTables.find(facts.get("files").get(0).get("file").asString());
        try (InputStream in = Files.newInputStream(file)) {
            reader.read(TableInput.whole(name, format, in));
        }

        assertThat(reader.counts().read()).isEqualTo(facts.get("rows").asLong());
        assertThat(missing(profile)).isEqualTo(longs(facts.get("missing")));
        Map<String, Long> distinct = new TreeMap<>();
        reader.levels().forEach((column, levels) -> distinct.put(column, (long) levels.size()));
        assertThat(distinct).isEqualTo(longs(facts.get("distinct")));
    }

    private static Map<String, Long> missing(TableProfile profile) {
        Map<String, Long> missing = new TreeMap<>();
        for (ColumnProfile column : profile.columns()) {
            if (column.missing() > 0) {
                missing.put(column.name(), column.missing());
            }
        }
        return missing;
    }

    private static Map<String, Long> longs(JsonNode object) {
        Map<String, Long> values = new TreeMap<>();
        object.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue().asLong()));
        return values;
    }

    private static JsonNode facts(String name) throws IOException {
        String text = Files.readString(PublicTables.find("reference.json"));
        return requireNonNull(new ObjectMapper().readTree(text).get("sets").get(name).get("facts"));
    }

    private static Format format(String name, JsonNode facts) {
        List<String> names = List.copyOf(facts.get("distinct").propertyNames());
        return switch (name) {
            case "adult" -> Columns.format(names, true, List.of("?"));
            case "bank-marketing" ->
                    new Format(";", List.of(), 0, false, List.of(), "\"", Gzip.AUTO);
            case "hotel-bookings" -> Columns.format(List.of(), false, List.of("NULL", "NA"));
            case "penguins" -> Columns.format(List.of(), false, List.of("NA"));
            default -> Format.STANDARD;
        };
    }
}
