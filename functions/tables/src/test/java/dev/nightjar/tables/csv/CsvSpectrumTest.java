package dev.nightjar.tables.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.data.PublicTables;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The twelve files of max-mapper/csv-spectrum and what their JSON says. */
final class CsvSpectrumTest {
    /** Its JSON is one object and holds another number than its CSV: upstream's mistake. */
    private static final String WRONG_UPSTREAM = "location_coordinates";

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void readsAsItsJsonSays(String name) throws IOException {
        List<Map<String, String>> found = objects(folder("csvs").resolve(name + ".csv"));

        Object expected =
                new ObjectMapper()
                        .readValue(
                                Files.readString(folder("json").resolve(name + ".json")),
                                Object.class);
        if (name.equals(WRONG_UPSTREAM)) {
            assertThat(found).hasSize(1);
            assertThat(found.getFirst().keySet()).isEqualTo(((Map<?, ?>) expected).keySet());
            assertThat(found.getFirst()).containsEntry("Counties", "Stanislaus");
        } else {
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void thereAreTwelveFiles() throws IOException {
        assertThat(names()).hasSize(12);
    }

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder("csvs"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
        }
    }

    private static List<Map<String, String>> objects(Path file) throws IOException {
        List<List<String>> records;
        try (var in = Files.newInputStream(file)) {
            records = Records.of(in, CsvDialect.STANDARD, 32);
        }
        List<Map<String, String>> objects = new ArrayList<>();
        for (List<String> record : records.subList(1, records.size())) {
            Map<String, String> object = new LinkedHashMap<>();
            for (int i = 0; i < record.size(); i++) {
                object.put(records.getFirst().get(i), record.get(i));
            }
            objects.add(object);
        }
        return objects;
    }

    private static Path folder(String name) {
        return PublicTables.find("hostile-csv/csv-spectrum").resolve(name);
    }
}
