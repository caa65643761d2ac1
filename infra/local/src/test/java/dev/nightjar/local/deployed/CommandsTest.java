package dev.nightjar.local.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.nightjar.core.night.Outcome;
import dev.nightjar.local.CommandRun;
import dev.nightjar.local.night.Exits;
import dev.nightjar.run.ServingPointer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a person types the morning after, on the store of the deployment. */
@ExtendWith(OnLocalStack.class)
class CommandsTest {
    private static final int SCORED = NightData.OBJECTS * (NightData.ROWS_OF_AN_OBJECT - 1);

    private final Deployment deployment;
    private final FirstNight night;

    CommandsTest(Deployment deployment) {
        this.deployment = deployment;
        this.night = deployment.firstNight();
    }

    @Test
    void statusTellsWhatServesAndWhenTheNextSlotsAre() {
        JsonNode loans = document("status", NightData.PIPELINE).path("pipelines").path(0);
        assertThat(loans.path("owner").asString()).isEqualTo("risk@example.com");
        assertThat(loans.path("serving").asString()).isEqualTo(deployment.serving().model());
        assertThat(loans.path("nextSlots").path("scoring").asString())
                .isEqualTo("2026-11-03T03:00Z");
    }

    @Test
    void runsListsBothRunsOfTheNight() {
        CommandRun runs = deployment.command("runs", NightData.PIPELINE, "--json");
        assertThat(runs.exitCode()).as(runs.err()).isEqualTo(Exits.OK);
        assertThat(runs.documents())
                .extracting(
                        run -> run.path("run").asString(), run -> run.path("outcome").asString())
                .contains(
                        tuple(night.trainingRun().toString(), Outcome.RELEASED.name()),
                        tuple(night.scoringRun().toString(), Outcome.COMMITTED.name()));
    }

    @Test
    void runTellsOfEachStateThatTheExecutionWentThrough() {
        for (EndedExecution execution : List.of(night.training(), night.scoring())) {
            assertThat(document("run", execution.run()).path("states").values())
                    .extracting(state -> state.path("name").asString())
                    .containsAll(execution.states());
        }
    }

    @Test
    void runTellsOfEachShardAndOfTheLedger() {
        JsonNode run = document("run", night.scoring().run());
        assertThat(run.path("shards").values())
                .extracting(shard -> shard.path("state").asString())
                .containsExactly("scored", "scored", "scored");
        assertThat(run.path("rows").path("scored").asInt()).isEqualTo(SCORED);
        assertThat(run.path("rows").path("quarantined").asInt()).isEqualTo(NightData.OBJECTS);
    }

    @Test
    void modelsTellsWhoMovedThePointer() {
        String model =
                new ServingPointer(deployment.store())
                        .moveOf(night.trainingRun())
                        .orElseThrow()
                        .model();
        JsonNode models = document("models", NightData.PIPELINE);
        assertThat(models.path("models").values())
                .extracting(one -> one.path("version").asString())
                .contains(model);
        assertThat(models.path("journal").values())
                .extracting(
                        move -> move.path("model").asString(), move -> move.path("run").asString())
                .contains(tuple(model, night.training().run()));
    }

    @Test
    void resultsWritesTheCommittedRows(@TempDir Path folder) {
        Path file = folder.resolve("rows.csv");
        JsonNode results =
                document(
                        "results",
                        NightData.PIPELINE,
                        "--slot",
                        FirstNight.SCORING.time().toString(),
                        "--out",
                        file.toString());
        assertThat(results.path("run").asString()).isEqualTo(night.scoring().run());
        assertThat(results.path("rows").asInt()).isEqualTo(SCORED);
        assertThat(file).content().hasLineCount(SCORED + 1);
    }

    @Test
    void redriveRefusesARunThatEndedWell() {
        CommandRun redrive = deployment.command("redrive", night.scoring().run());
        assertThat(redrive.exitCode()).isEqualTo(Exits.SYSTEM);
        assertThat(redrive.err()).contains(night.scoring().run() + " ended well: it is COMMITTED");
    }

    private JsonNode document(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = "--json";
        CommandRun run = deployment.command(all);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(Exits.OK);
        return run.document();
    }
}
