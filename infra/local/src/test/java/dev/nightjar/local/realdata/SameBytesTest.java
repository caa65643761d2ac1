package dev.nightjar.local.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.local.CommandRun;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.pipeline.json.Digests;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/** The same rows give the same bytes, however many work at them and wherever they stand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SameBytesTest {
    private static final String SHARDS = "scoring.shards.target=4KB";
    private static final String CONCURRENCY = "scoring.shards.concurrency=";

    @TempDir private static Path folder;

    private List<String> expected = List.of();
    private String model = "";

    /**
     * What one world made of the same data.
     *
     * @param model digest of the compiled model
     */
    private record Made(String model, List<String> parts) {}

    @BeforeAll
    void oneWorkerInEnglishAtGreenwich() throws IOException {
        TinyLoans loans = TinyLoans.in(folder);
        loans.write("applications/part-1.csv", table(1_000));
        loans.write("applications/part-2.csv", "\uFEFF" + table(2_000).replace("\n", "\r\n"));
        Files.write(
                loans.folder().resolve("applications/part-3.csv"),
                HostileNights.packed(table(3_000)));
        Made made = made("first", CONCURRENCY + "1");
        expected = made.parts();
        model = made.model();
        assertThat(expected.size()).isGreaterThan(12);
    }

    /** Rows with line breaks in cells, a bad one, and letters that some locales change. */
    private static String table(int first) {
        StringBuilder text = new StringBuilder(HostileNights.HEADER);
        for (int i = 0; i < 10; i++) {
            text.append(HostileNights.rows(first + i * 100, 100))
                    .append("\"two\nlines, \"\"quoted\"\" ")
                    .append(i)
                    .append("\",4321.5,33,house\n");
        }
        return text + "L999999,oops,40,car\nÅngström I,4321.5,33,İstanbul\n";
    }

    @ParameterizedTest
    @CsvSource({"2", "7", "200"})
    void theConcurrencyChangesNoByte(int concurrency) throws IOException {
        Made made = made("concurrency-" + concurrency, CONCURRENCY + concurrency);

        assertThat(made.parts()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ar-EG, Africa/Cairo",
        "tr-TR, Europe/Istanbul",
        "de-DE, Pacific/Kiritimati",
        "th-TH-u-ca-buddhist-nu-thai, Asia/Kathmandu"
    })
    void localeAndTimeZoneChangeNoByteOfModelOrRows(String language, String zone)
            throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone timeZone = TimeZone.getDefault();
        Made made;
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            made = made(language, CONCURRENCY + "2");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(timeZone);
        }

        assertThat(made.model()).isEqualTo(model);
        assertThat(made.parts()).isEqualTo(expected);
    }

    @Test
    void theSizeOfShardsChangesNoRow() throws IOException {
        Made whole = made("whole", "scoring.shards.target=64MB");

        assertThat(whole.parts()).hasSize(3);
        assertThat(rows(whole.parts())).isEqualTo(rows(expected));
    }

    private static Made made(String store, String... sets) throws IOException {
        JsonNode trained = answer(store, "train");
        String version = trained.path("model").asString();
        Path bundle = folder.resolve(store).resolve("loans/models").resolve(version);
        List<String> all = new ArrayList<>(List.of(SHARDS));
        all.addAll(List.of(sets));
        JsonNode scored = answer(store, "score", all.toArray(String[]::new));
        assertThat(scored.at("/rows/quarantined").asLong()).isEqualTo(3);
        List<String> parts = new ArrayList<>();
        for (JsonNode part : scored.path("results")) {
            parts.add(withoutTheRun(Files.readString(Path.of(part.asString()))));
        }
        return new Made(Digests.sha256Hex(Files.readAllBytes(bundle.resolve("model.bin"))), parts);
    }

    private static JsonNode answer(String store, String command, String... sets) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(command, "loans.yaml", "--store", store, "--json", "--slot"));
        arguments.add(TinyLoans.SLOT);
        for (String set : sets) {
            arguments.addAll(List.of("--set", set));
        }
        CommandRun run = CommandRun.in(folder, arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        return run.document();
    }

    /** The rows without the columns model, run and predicted_at. */
    private static String withoutTheRun(String part) {
        return part.replaceAll("(?m)(,[^,\n]*){3}$", "");
    }

    private static List<String> rows(List<String> parts) {
        return parts.stream().flatMap(part -> part.lines().skip(1)).toList();
    }
}
