package dev.nightjar.local.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.data.PublicTables;
import dev.nightjar.local.CommandRun;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class InitCommandTest {
    @TempDir Path folder;

    @Test
    void aDraftStandsInTheCurrentFolderAndValidates() throws IOException {
        Files.createDirectory(folder.resolve("tables"));
        Files.writeString(
                folder.resolve("tables/Flats 2026.csv"), "id,size,rent\n1,40,500.5\n2,60,700\n");

        CommandRun init = CommandRun.in(folder, "init", "tables/Flats 2026.csv", "--label", "rent");

        assertThat(init.exitCode()).as(init.err()).isZero();
        assertThat(init.out())
                .contains("wrote flats-2026.yaml")
                .endsWith("  ./nightjar train flats-2026.yaml\n");
        assertThat(CommandRun.in(folder, "validate", "flats-2026.yaml").exitCode()).isZero();
    }

    @Test
    void anExistingFileIsNotOverwritten() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n2,3\n");
        Path mine = Files.writeString(folder.resolve("a.yaml"), "mine");

        CommandRun init = CommandRun.in(folder, "init", "a.csv", "--label", "y");

        assertThat(init.exitCode()).isEqualTo(2);
        assertThat(init.err()).contains("a.yaml is there already; name another with --out");
        assertThat(mine).hasContent("mine");
    }

    @Test
    void anUnknownLabelIsNamedWithTheColumns() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n2,3\n");

        CommandRun init = CommandRun.in(folder, "init", "a.csv", "--label", "z");

        assertThat(init.exitCode()).isEqualTo(2);
        assertThat(init.err()).contains("no column is called 'z'").contains("[x, y]");
    }

    @Test
    void anEmptyFileIsUnfitData() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "");

        assertThat(CommandRun.in(folder, "init", "a.csv", "--label", "y").exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "adult/adult-train.csv, 15, auc, 0.85",
        "california-housing/housing.csv, median_house_value, r2, 0.6"
    })
    void aDraftForARealTableTrainsAndScores(
            String file, String label, String metric, double atLeast) {
        Path table = PublicTables.folder().resolve(file);

        CommandRun init =
                CommandRun.in(
                        folder, "init", table.toString(), "--label", label, "--out", "real.yaml");
        assertThat(init.exitCode()).as(init.err()).isZero();
        CommandRun train =
                CommandRun.in(folder, "train", "real.yaml", "--json", "--set", "gates=[]");
        assertThat(train.exitCode()).as(train.err()).isZero();
        assertThat(train.document().path("outcome").asString()).isEqualTo("RELEASED");
        assertThat(train.document().path("candidates").findValues("metrics"))
                .anySatisfy(
                        metrics ->
                                assertThat(metrics.path(metric).asDouble()).isGreaterThan(atLeast));
        CommandRun score = CommandRun.in(folder, "score", "real.yaml", "--json");
        assertThat(score.exitCode()).as(score.err()).isZero();
        assertThat(score.document().path("rows").path("scored").asLong()).isGreaterThan(20_000);
    }
}
