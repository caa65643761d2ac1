package dev.nightjar.local.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.data.PublicTables;
import dev.nightjar.local.CommandRun;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;

/** What {@code init} drafts of a real table is a pipeline that trains as it stands. */
final class InitTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "adult/adult-train.csv, income, 32561, auc, 0.88, 1",
        "california-housing/housing.csv, median_house_value, 20640, r2, 0.6, 1"
    })
    void aDraftOfARealTableValidatesAndTrains(
            String table, String label, int rows, String metric, double least, double most) {
        String file = PublicTables.folder().resolve(table).toString();

        CommandRun drafted = run("init", file, "--label", label, "--out", "draft.yaml");
        CommandRun checked = run("validate", "draft.yaml");
        CommandRun trained = run("train", "draft.yaml", "--json");

        assertThat(drafted.exitCode()).as(drafted.err()).isZero();
        assertThat(checked.exitCode()).as(checked.out()).isZero();
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        JsonNode answer = trained.document();
        assertThat(answer.path("outcome").asString()).isEqualTo("RELEASED");
        assertThat(answer.at("/rows/read").asInt()).isEqualTo(rows);
        assertThat(answer.at("/rows/quarantined").asInt()).isZero();
        assertThat(answer.path("candidates").size()).isEqualTo(2);
        assertThat(answer.at("/candidates/1/metrics/" + metric).asDouble()).isBetween(least, most);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(folder, arguments);
    }
}
