package dev.nightjar.local.night;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.local.CommandRun;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.pipeline.json.Digests;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Rows that an operator keeps out by hand. */
class ExclusionsTest {
    private static final String LIST =
            "kind,value,why\nkey,L000003,test account\nkey,L000005,test account\n";

    @TempDir private static Path folder;

    private static CommandRun trained = new CommandRun(-1, "", "");

    @BeforeAll
    static void train() throws IOException {
        TinyLoans loans = TinyLoans.in(folder);
        loans.write("kept-out.csv", LIST);
        loans.write(
                "loans.yaml", Files.readString(loans.file()) + "exclude: { file: kept-out.csv }\n");
        trained = CommandRun.in(folder, "train", "loans.yaml", "--slot", TinyLoans.SLOT, "--json");
    }

    @Test
    void areCountedApart() {
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        JsonNode rows = trained.document().path("rows");
        assertThat(rows.path("excluded").asLong()).isEqualTo(2);
        assertThat(rows.path("quarantined").asLong()).isZero();
    }

    @Test
    void areNamedByTheModelsProvenance() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(".nightjar"))) {
            Path provenance =
                    files.filter(file -> file.endsWith("1.0.1-20261102.1/provenance.json"))
                            .findFirst()
                            .orElseThrow();
            assertThat(Files.readString(provenance))
                    .contains(
                            "\"exclusionsDigest\": \""
                                    + Digests.sha256Hex(LIST.getBytes(UTF_8))
                                    + "\"");
        }
    }

    @Test
    void aChangedListStartsTheNextAttempt() throws IOException {
        Files.writeString(folder.resolve("kept-out.csv"), LIST + "key,L000007,test account\n");
        JsonNode again =
                CommandRun.in(folder, "train", "loans.yaml", "--slot", TinyLoans.SLOT, "--json")
                        .document();
        Files.writeString(folder.resolve("kept-out.csv"), LIST);
        assertThat(again.path("attempt").asInt()).isGreaterThan(1);
        assertThat(again.at("/rows/excluded").asLong()).isEqualTo(3);
    }
}
