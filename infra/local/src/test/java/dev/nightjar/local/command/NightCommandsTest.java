package dev.nightjar.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.CommandRun;
import dev.nightjar.local.TinyLoans;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One pipeline over its first nights, through the command line alone; played once for all tests.
 */
class NightCommandsTest {
    private static final String NEXT_SLOT = "2026-11-03T01:00Z";
    private static final String LAST_SLOT = "2026-11-04T01:00Z";
    private static final String CLOSED_GATE = "gates=[auc >= 0.99]";
    private static final String VERSION = "1.0.1-20261102.1";

    @TempDir private static Path folder;

    private static final Map<String, CommandRun> PLAYED = new HashMap<>();
    private static String resultsFile = "";

    @BeforeAll
    static void playTheNights() throws IOException {
        TinyLoans loans = TinyLoans.in(folder);
        play("trained", "train", "loans.yaml", "--slot", TinyLoans.SLOT, "--json");
        play("trained again", "train", "loans.yaml", "--slot", TinyLoans.SLOT);
        play("scored", "score", "loans.yaml", "--slot", TinyLoans.SLOT);
        play("results", "results", "loans");
        play("results file", "results", "loans.yaml", "--out", "out.csv", "--json");
        resultsFile = Files.readString(folder.resolve("out.csv"));
        play("scored again", "score", "loans.yaml", "--slot", TinyLoans.SLOT, "--json");
        play("rejected", "train", "loans.yaml", "--slot", NEXT_SLOT, "--set", CLOSED_GATE);
        loans.write("applications/part-2.csv", "loan_id,amount\nL1,5\n");
        play("broken", "score", "loans.yaml", "--slot", TinyLoans.SLOT);
        loans.write("applications/part-2.csv", "loan_id,amount,age,purpose\nL1,5,30,car\n");
        play("mended", "score", "loans.yaml", "--slot", TinyLoans.SLOT, "--json");
        play("runs", "runs", "--json");
        play("run", "run", "loans-20261102T0100Z-s02", "--json");
        play("training run", "run", "loans-20261102T0100Z-t01", "--json");
        play("status", "status", "--json");
        play("newer", "train", "loans.yaml", "--slot", LAST_SLOT, "--set", "seed=7", "--json");
        play("rolled back", "rollback", "loans");
        play("rolled back again", "rollback", "loans");
        play("models", "models", "loans", "--json");
        play("models for people", "models", "loans");
        play("unchanged", "score", "loans.yaml", "--slot", TinyLoans.SLOT, "--json");
        Path part = Path.of(played("unchanged").document().path("results").get(0).asString());
        Files.writeString(part, Files.readString(part).replace("L002100", "L999999"));
        play("touched", "results", "loans");
    }

    private static void play(String name, String... arguments) {
        PLAYED.put(name, CommandRun.in(folder, arguments));
    }

    private static CommandRun played(String name) {
        return requireNonNull(PLAYED.get(name), name);
    }

    private static List<String> names(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }

    @Test
    void trainAnswersTheContractsDocument() {
        CommandRun run = played("trained");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode answer = run.document();
        assertThat(names(answer))
                .contains(
                        "run",
                        "pipeline",
                        "slot",
                        "outcome",
                        "attempt",
                        "model",
                        "serving",
                        "rows",
                        "candidates",
                        "verdict",
                        "quarantine",
                        "startedBy",
                        "failure",
                        "elapsedSeconds");
        assertThat(answer.path("outcome").asString()).isEqualTo("RELEASED");
        assertThat(answer.path("run").asString()).isEqualTo("loans-20261102T0100Z-t01");
        assertThat(answer.path("serving").asString()).isEqualTo(VERSION);
        assertThat(answer.path("failure").isNull()).isTrue();
        assertThat(answer.path("candidates").size()).isEqualTo(2);
        assertThat(names(answer.path("candidates").get(0)))
                .contains("trainer", "settings", "seed", "metrics");
        assertThat(names(answer.at("/verdict/gates/0")))
                .contains("gate", "measured", "required", "passed");
        JsonNode rows = answer.path("rows");
        assertThat(names(rows))
                .containsExactly(
                        "read",
                        "repaired",
                        "quarantined",
                        "excluded",
                        "training",
                        "validation",
                        "holdout");
        assertThat(rows.path("read").asLong()).isEqualTo(2_000);
    }

    @Test
    void theSameAgainIsADuplicateAndSaysHowToRunAgain() {
        CommandRun run = played("trained again");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("already RELEASED as loans-20261102T0100Z-t01; again: --rerun");
    }

    @Test
    void scoreShowsALineForEachStepAndEndsWithTheNextCommand() {
        CommandRun run = played("scored");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines().map(String::strip))
                .anyMatch(line -> line.startsWith("PlanBatch           model 1.0.1   300 rows"))
                .anyMatch(line -> line.startsWith("ScoreShard          3/3 shards"))
                .anyMatch(
                        line ->
                                line.startsWith("CommitBatch         300 in = 300 scored")
                                        && line.endsWith("COMMITTED"));
        assertThat(run.out().lines().toList().getLast())
                .isEqualTo("next     ./nightjar results loans --slot 2026-11-02T01:00Z | head");
    }

    @Test
    void resultsAreOneTableInTheOrderOfTheInput() {
        CommandRun run = played("results");
        CommandRun file = played("results file");

        List<String> lines = run.out().lines().toList();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(lines).hasSize(301);
        assertThat(lines.getFirst()).isEqualTo("loan_id,prediction,score,model,run,predicted_at");
        assertThat(lines.get(1)).startsWith("L002100,");
        assertThat(lines.getLast()).startsWith("L002399,");
        assertThat(resultsFile).isEqualTo(run.out());
        assertThat(file.document().path("rows").asLong()).isEqualTo(300);
    }

    @Test
    void anUnchangedScoringIsADuplicateWithTheContractsDocument() {
        CommandRun run = played("scored again");

        assertThat(run.exitCode()).isZero();
        JsonNode answer = run.document();
        assertThat(names(answer))
                .contains(
                        "run",
                        "pipeline",
                        "slot",
                        "outcome",
                        "attempt",
                        "rerun",
                        "model",
                        "shards",
                        "rows",
                        "results",
                        "manifest",
                        "symlink",
                        "ledger",
                        "quarantine",
                        "deadline",
                        "failure",
                        "elapsedSeconds");
        assertThat(answer.path("outcome").asString()).isEqualTo("DUPLICATE");
        assertThat(answer.path("rerun").asString()).isEqualTo("partial");
        assertThat(names(answer.path("shards")))
                .containsExactly(
                        "planned", "scored", "reused", "failed", "late", "carriedIn", "carriedOut");
        assertThat(names(answer.path("rows")))
                .containsExactly("input", "scored", "quarantined", "late", "failed", "carriedOut");
        assertThat(answer.path("results").size()).isEqualTo(3);
        for (JsonNode part : answer.path("results")) {
            assertThat(Path.of(part.asString())).exists();
        }
    }

    @Test
    void aClosedGateIsRejectedAndExitsFour() {
        CommandRun run = played("rejected");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
        assertThat(run.out())
                .containsPattern("gate +auc >= 0.99 +0\\.\\d{4} < 0.9900 +by 0\\.\\d{4} +REJECTED")
                .contains("serving stays 1.0.1");
    }

    @Test
    void brokenDataFailTheNightAndTheScreenSaysWhatToDo() {
        CommandRun run = played("broken");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out())
                .contains("FAILED   loans-20261102T0100Z-s02   at TallyBatch")
                .contains("what     shard 2 of 3   applications/part-2.csv")
                .contains("class    DataUnfit (data; never retried)")
                .contains("failures/ScoreShard-2-1.json")
                .contains("safe     what loans-20261102T0100Z-s01 published stays; 2 of 3 shards")
                .contains(
                        "mend the data, then   ./nightjar score loans.yaml --slot"
                                + " 2026-11-02T01:00Z");
    }

    @Test
    void mendedDataAreScoredAndTheRestIsKept() {
        JsonNode answer = played("mended").document();

        assertThat(answer.path("outcome").asString()).isEqualTo("COMMITTED");
        assertThat(answer.path("attempt").asInt()).isEqualTo(3);
        assertThat(answer.at("/shards/reused").asInt()).isEqualTo(2);
        assertThat(answer.at("/shards/scored").asInt()).isEqualTo(1);
        assertThat(answer.at("/rows/input").asInt()).isEqualTo(201);
    }

    @Test
    void runsAreListedNewestFirstOneDocumentALine() {
        List<JsonNode> runs = played("runs").documents();

        assertThat(runs)
                .hasSize(5)
                .allSatisfy(
                        line ->
                                assertThat(names(line))
                                        .containsExactly(
                                                "run",
                                                "pipeline",
                                                "machine",
                                                "slot",
                                                "attempt",
                                                "outcome",
                                                "startedAt",
                                                "elapsedSeconds"));
        assertThat(runs.stream().map(line -> line.path("outcome").asString()))
                .containsExactlyInAnyOrder(
                        "RELEASED", "COMMITTED", "REJECTED", "FAILED", "COMMITTED");
    }

    @Test
    void aRunIsShownWithStatesShardsAndFailures() {
        JsonNode run = played("run").document();

        assertThat(names(run)).contains("states", "shards", "failures", "outcome");
        JsonNode tally =
                run.path("states")
                        .valueStream()
                        .filter(state -> state.path("name").asString().equals("TallyBatch"))
                        .findFirst()
                        .orElseThrow();
        assertThat(names(tally)).contains("name", "entered", "exited", "attempts", "error");
        assertThat(tally.path("error").asString()).isEqualTo("DataUnfit");
        assertThat(run.path("shards").valueStream().map(one -> one.path("state").asString()))
                .containsExactly("reused", "open", "reused");
        assertThat(run.path("failures").get(0).path("error").asString()).isEqualTo("DataUnfit");
    }

    @Test
    void everyStateOfAFinishedRunWasLeft() {
        JsonNode run = played("training run").document();

        assertThat(run.path("states").valueStream().map(state -> state.path("name").asString()))
                .contains("TrainCandidates", "TrainCandidate", "Done");
        assertThat(run.path("states").valueStream())
                .allSatisfy(state -> assertThat(state.path("exited").isString()).isTrue());
    }

    @Test
    void statusSaysWhatServesAndWhatNeedsAPerson() {
        JsonNode pipeline = played("status").document().path("pipelines").get(0);

        assertThat(names(pipeline))
                .containsExactly(
                        "pipeline",
                        "owner",
                        "serving",
                        "servingSince",
                        "lastRuns",
                        "nextSlots",
                        "needsAttention");
        assertThat(pipeline.path("serving").asString()).isEqualTo(VERSION);
        assertThat(pipeline.at("/lastRuns/training/outcome").asString()).isEqualTo("REJECTED");
        assertThat(pipeline.at("/needsAttention/0/what").asString()).contains("gate");
    }

    @Test
    void rollbackGoesBackOnceHoweverOftenItIsTyped() {
        JsonNode newer = played("newer").document();
        assertThat(newer.path("outcome").asString()).isEqualTo("RELEASED");

        CommandRun first = played("rolled back");
        CommandRun second = played("rolled back again");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("→ 1.0.1");
        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).contains("serving stays 1.0.1");
    }

    @Test
    void modelsShowsEachVersionWithItsState() {
        JsonNode models = played("models").document();

        assertThat(models.path("models").valueStream().map(one -> one.path("state").asString()))
                .containsExactly("served", "rejected", "serving");
        assertThat(models.path("journal").size()).isEqualTo(3);
        assertThat(models.at("/journal/0/why").asString()).isEqualTo("rollback");
        assertThat(played("models for people").out()).contains("move 3", "rejected");
    }

    @Test
    void aPartThatWasTouchedIsNeverGivenOut() {
        CommandRun run = played("touched");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("LedgerBroken").contains("is not what was committed");
    }
}
