package dev.nightjar.tables.csv;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.data.PublicTables;
import dev.nightjar.core.error.DataUnfit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The recorded expectations of osiegmar/JavaCsvComparison, each with every line end and buffer. */
final class CsvComparisonTest {
    private static final List<String> LINE_ENDS = List.of("\n", "\r", "\r\n");

    record Case(String id, String input, List<List<String>> records, CsvDialect dialect) {
        @Override
        public String toString() {
            return id;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsAsRecorded(Case recorded) {
        for (String lineEnd : LINE_ENDS) {
            for (int bufferBytes : new int[] {3, 4, 7, 1024}) {
                List<List<String>> expected =
                        recorded.records.stream()
                                .map(fields -> fields.stream().map(f -> real(f, lineEnd)).toList())
                                .toList();

                assertThat(Records.of(real(recorded.input, lineEnd), recorded.dialect, bufferBytes))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void thereAreSixtyCases() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void anOpenQuoteThatSwallowsRecordsIsRefused() {
        assertThat(refusal("a,b\n1,\"x\n2,y\n3,z\n"))
                .isEqualTo(
                        "test.csv: the quote that opens on line 2 is never closed; the rest of the"
                                + " file, up to line 5, would be lost in one cell");
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files =
                Files.list(PublicTables.find("hostile-csv/java-csv-comparison"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                cases.addAll(cases(file));
            }
        }
        return cases;
    }

    private static List<Case> cases(Path file) throws IOException {
        Load load = new Load(LoadSettings.builder().build());
        Map<?, ?> document = (Map<?, ?>) load.loadFromString(Files.readString(file));
        CsvDialect dialect = dialect((Map<?, ?>) document.get("settings"));
        List<Case> cases = new ArrayList<>();
        for (Object entry : (List<?>) requireNonNull(document.get("checks"))) {
            Map<?, ?> check = (Map<?, ?>) entry;
            List<List<String>> records = new ArrayList<>();
            for (Object fields : (List<?>) requireNonNull(check.get("records"))) {
                records.add(((List<?>) fields).stream().map(String::valueOf).toList());
            }
            cases.add(
                    new Case(
                            String.valueOf(check.get("id")),
                            String.valueOf(check.get("input")),
                            records,
                            dialect));
        }
        return cases;
    }

    private static CsvDialect dialect(@Nullable Map<?, ?> settings) {
        CsvDialect dialect = CsvDialect.STANDARD.withSkipEmptyLines(false);
        if (settings == null) {
            return dialect;
        }
        Object comments = settings.get("commentMode");
        return dialect.withSkipEmptyLines(Boolean.TRUE.equals(settings.get("skipEmptyLines")))
                .withComments(
                        comments == null
                                ? Comments.NONE
                                : Comments.valueOf(String.valueOf(comments)));
    }

    private static String real(String text, String lineEnd) {
        return text.replace("⏎", lineEnd)
                .replace("␤", "\r\n")
                .replace("␍", "\r")
                .replace("␊", "\n")
                .replace("␠", " ");
    }

    private static String refusal(String text) {
        try {
            return "read as " + Records.of(text);
        } catch (DataUnfit e) {
            return String.valueOf(e.getMessage());
        }
    }
}
