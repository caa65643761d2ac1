package dev.nightjar.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.local.CommandRun;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One small demo, looked at from several sides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DemoCommandTest {
    private static final String ROWS = "6000";

    private CommandRun demo = new CommandRun(-1, "", "");

    @BeforeAll
    void playTheDemo(@TempDir Path folder) {
        demo = CommandRun.in(folder, "demo", "--rows", ROWS, "--json");
    }

    @Test
    void theSecondWeekIsRejectedAndTheThirdReleasesABetterModel() {
        assertThat(demo.exitCode()).as(demo.err()).isZero();
        JsonNode document = demo.document();
        assertThat(outcomes(document, "training"))
                .containsExactly("RELEASED", "REJECTED", "RELEASED");
        assertThat(outcomes(document, "scoring"))
                .containsExactly("COMMITTED", "COMMITTED", "COMMITTED");
        assertThat(document.path("differences").isEmpty()).isTrue();
    }

    @Test
    void theChampionScoresTheNightAfterTheRejection() {
        JsonNode scoring = demo.document().path("scoring");

        assertThat(scoring.get(1).path("model")).isEqualTo(scoring.get(0).path("model"));
        assertThat(scoring.get(2).path("model")).isNotEqualTo(scoring.get(0).path("model"));
    }

    @Test
    void nightsAreStartedAsByTheScheduleOfTheirSlot() {
        JsonNode document = demo.document();

        assertThat(document.path("training").findValuesAsString("run"))
                .containsExactly(
                        "loans-20261102T0100Z-t01",
                        "loans-20261109T0100Z-t01",
                        "loans-20261116T0100Z-t01");
        assertThat(document.path("scoring").findValuesAsString("run"))
                .first()
                .isEqualTo("loans-20261102T0300Z-s01");
        assertThat(document.findValuesAsString("startedBy")).containsOnly("schedule");
    }

    @Test
    void everyApplicationIsScoredOrQuarantined() {
        for (JsonNode night : demo.document().path("scoring")) {
            JsonNode rows = night.path("rows");
            assertThat(rows.path("input").asLong()).isEqualTo(20_000);
            assertThat(rows.path("scored").asLong() + rows.path("quarantined").asLong())
                    .isEqualTo(20_000);
        }
    }

    @Test
    void theScreenShowsTheBestThatWasPossible() {
        assertThat(demo.err())
                .contains("(times in Europe/Berlin)")
                .containsPattern("best possible on these rows: auc 0\\.8\\d{3}")
                .contains("broken on purpose")
                .contains("./nightjar status --store .nightjar/demo");
    }

    @Test
    void aFolderThatIsNoDemosOwnIsLeftAlone(@TempDir Path other) throws IOException {
        Path precious = Files.writeString(other.resolve("precious.txt"), "mine");

        CommandRun refused = CommandRun.in(other, "demo", "--store", ".");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("holds other things than a demo");
        assertThat(precious).hasContent("mine");
    }

    @Test
    void aDemosOwnFolderStartsFresh(@TempDir Path other) throws IOException {
        DemoFolder own = new DemoFolder(other.resolve("own"));
        own.startFresh();
        Files.writeString(own.data().resolve("old.csv"), "old");

        own.startFresh();

        assertThat(own.data()).isEmptyDirectory();
    }

    @Test
    void tooFewRowsAreRefused(@TempDir Path folder) {
        CommandRun refused = CommandRun.in(folder, "demo", "--rows", "10");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--rows is 10");
    }

    private static List<String> outcomes(JsonNode document, String machine) {
        return document.path(machine).findValuesAsString("outcome");
    }
}
