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
import java.util.stream.Stream;

/**
 * {@code redrive RUN} and {@code asl history RUN}, through the command line alone; played once for
 * all tests.
 */
class RedriveTest {
    private static final String TRAINING = "loans-20261102T0100Z-t01";
    private static final String SCORING = "loans-20261102T0100Z-s01";
    private static final String UNFIT = "loans-20261103T0100Z-s01";

    @TempDir private static Path folder;

    private static final Map<String, CommandRun> PLAYED = new HashMap<>();
    private static long trainedModels;
    private static List<String> notifications = List.of();

    @BeforeAll
    static void playTheNights() throws IOException {
        TinyLoans loans = TinyLoans.in(folder);
        fault(loans, "train.yaml", "EvaluateCandidates", "Made.Up");
        fault(loans, "score.yaml", "CommitBatch", "Made.Up");
        fault(loans, "unfit.yaml", "TallyBatch", "dev.nightjar.core.error.DataUnfit");
        play("train fails", "train", "loans.yaml", "--slot", TinyLoans.SLOT, inject("train.yaml"));
        trainedModels = count("candidates/");
        notifications = kept("notifications");
        play("failed run", "run", TRAINING);
        play("status", "status", "--json");
        play("redriven training", "redrive", TRAINING, "--json");
        play("redriven again", "redrive", TRAINING);
        play("score fails", "score", "loans.yaml", "--slot", TinyLoans.SLOT, inject("score.yaml"));
        play("redriven scoring", "redrive", SCORING);
        play("healed run", "run", SCORING, "--json");
        play("history", "asl", "history", SCORING);
        play("history as a document", "asl", "history", SCORING, "--json");
        play("history of an item", "asl", "history", SCORING, "--item", "1", "--json");
        play("history of no item", "asl", "history", SCORING, "--item", "3");
        play("history of no map", "asl", "history", SCORING, "--item", "0", "--map", "Other");
        play("history of a training's item", "asl", "history", TRAINING, "--item", "0");
        String slot = "2026-11-03T01:00Z";
        play("unfit", "score", "loans.yaml", "--slot", slot, inject("unfit.yaml"));
        play("unfit run", "run", UNFIT);
        play("redriven unfit", "redrive", UNFIT, "--json");
        play("next attempt fails", "score", "loans.yaml", "--slot", slot, inject("score.yaml"));
        play("superseded", "redrive", UNFIT);
        play("unknown", "redrive", "loans-20261102T0100Z-t07");
        play("no run", "redrive", "yesterday");
    }

    private static void fault(TinyLoans loans, String file, String state, String error) {
        loans.write(
                file,
                "faults: [{state: %s, fault: fail-before, error: %s, cause: made up}]"
                        .formatted(state, error));
    }

    private static String inject(String file) {
        return "--inject=" + file;
    }

    private static void play(String name, String... arguments) {
        PLAYED.put(name, CommandRun.in(folder, arguments));
    }

    private static CommandRun played(String name) {
        return requireNonNull(PLAYED.get(name), name);
    }

    private static long count(String part) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(".nightjar/loans"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains(part))
                    .count();
        }
    }

    private static List<String> kept(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(".nightjar").resolve(kind))) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    private static String lastLine(CommandRun run) {
        return (run.out() + run.err()).lines().toList().getLast();
    }

    @Test
    void aFailureOfTheSystemNamesTheRedrive() {
        CommandRun run = played("train fails");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.out())
                .contains("FAILED   " + TRAINING + "   at EvaluateCandidates")
                .contains("class    Made.Up (system)")
                .endsWith(
                        "next     ./nightjar redrive "
                                + TRAINING
                                + "      (goes on where it stopped)\n");
        assertThat(lastLine(played("failed run")))
                .isEqualTo(
                        "next     ./nightjar redrive "
                                + TRAINING
                                + "      (goes on where it stopped)");
        assertThat(played("status").document().at("/pipelines/0/needsAttention/0/next").asString())
                .isEqualTo("./nightjar redrive " + TRAINING);
    }

    @Test
    void peopleAreToldOnceOfAnIncident() {
        assertThat(notifications).hasSize(1);
    }

    @Test
    void aTrainingIsHealedInTheSameAttemptAndTrainsNothingTwice() throws IOException {
        CommandRun run = played("redriven training");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode answer = run.document();
        assertThat(answer.path("run").asString()).isEqualTo(TRAINING);
        assertThat(answer.path("outcome").asString()).isEqualTo("RELEASED");
        assertThat(answer.path("candidates").size()).isEqualTo(2);
        assertThat(answer.path("failure").isNull()).isTrue();
        assertThat(run.err())
                .contains("training   " + TRAINING + "   redriven at EvaluateCandidates")
                .doesNotContain("PrepareData");
        assertThat(count("candidates/")).isEqualTo(trainedModels);
    }

    @Test
    void whatEndedWellIsRefusedWithTheCommandThatDoesItAgain() {
        CommandRun run = played("redriven again");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err())
                .contains(TRAINING + " ended well: it is RELEASED")
                .contains("next     ./nightjar train loans --slot 2026-11-02T01:00Z --rerun");
    }

    @Test
    void aScoringIsHealedWithItsScreenAndScoresNothingTwice() {
        CommandRun run = played("redriven scoring");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("scoring    " + SCORING + "   redriven at CommitBatch")
                .contains("300 in = 300 scored")
                .doesNotContain("ScoreShard ");
        JsonNode healed = played("healed run").document();
        assertThat(healed.path("outcome").asString()).isEqualTo("COMMITTED");
        assertThat(healed.path("shards").valueStream().map(one -> one.path("attempts").asInt()))
                .containsExactly(1, 1, 1);
        assertThat(healed.path("states").valueStream())
                .filteredOn(state -> state.path("name").asString().equals("CommitBatch"))
                .singleElement()
                .satisfies(state -> assertThat(state.path("attempts").asInt()).isEqualTo(2));
    }

    @Test
    void aHistoryIsATableWithItsMapRuns() {
        CommandRun run = played("history");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("SUCCEEDED")
                .contains("redriven 1x")
                .containsPattern("\\d+ +\\d+ +2026-11-02T06:00:00Z +TaskStateEntered +ClaimSlot")
                .containsPattern("TaskFailed +CommitBatch +Made.Up: made up")
                .containsPattern("ExecutionRedriven +redrive 1")
                .contains("map run  ScoreShards   SUCCEEDED   3 items   3 succeeded");
    }

    @Test
    void aHistoryIsTheDocumentOfGetExecutionHistory() {
        JsonNode events = played("history as a document").document().path("events");

        assertThat(events.get(0).path("type").asString()).isEqualTo("ExecutionStarted");
        assertThat(events.get(0).propertyNames())
                .contains("timestamp", "id", "previousEventId", "executionStartedEventDetails");
        assertThat(events.valueStream().map(event -> event.path("type").asString()))
                .contains("MapRunStarted", "ExecutionFailed", "ExecutionRedriven")
                .endsWith("ExecutionSucceeded");
    }

    @Test
    void anItemHasAHistoryOfItsOwn() {
        JsonNode events = played("history of an item").document().path("events");

        assertThat(events.valueStream().map(event -> event.path("type").asString()))
                .startsWith("ExecutionStarted", "TaskStateEntered")
                .endsWith("TaskStateExited", "ExecutionSucceeded");
        assertThat(events.at("/0/executionStartedEventDetails/input").asString())
                .contains("\"item\":2");
    }

    @Test
    void anItemThatIsNotThereIsRefusedWithThoseThatAre() {
        assertThat(played("history of no item").exitCode()).isEqualTo(2);
        assertThat(played("history of no item").err())
                .contains("there is no item 3; items go from 0 to 2");
        assertThat(played("history of no map").err())
                .contains("no distributed Map Other; it has [ScoreShards]");
        assertThat(played("history of a training's item").err())
                .contains("no distributed Map whose items have histories of their own");
    }

    @Test
    void aFailureThatWasCaughtIsRefusedWithTheNextAttempt() {
        CommandRun run = played("redriven unfit");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.document().at("/failure/error").asString()).isEqualTo("Refused");
        assertThat(run.err())
                .contains(UNFIT + " ended with DataUnfit at TallyBatch")
                .contains("mend the data, then   ./nightjar score loans --slot 2026-11-03T01:00Z");
        assertThat(lastLine(played("unfit run"))).contains("mend the data, then");
    }

    @Test
    void aSupersededAttemptIsRefusedNamingTheNewer() {
        CommandRun run = played("superseded");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err())
                .contains(UNFIT + " was superseded by loans-20261103T0100Z-s02")
                .contains("next     ./nightjar run loans-20261103T0100Z-s02");
    }

    @Test
    void whatIsNoRunOfTheStoreIsAUsageError() {
        assertThat(played("unknown").exitCode()).isEqualTo(2);
        assertThat(played("unknown").err())
                .contains("the store has no run loans-20261102T0100Z-t07");
        assertThat(played("no run").exitCode()).isEqualTo(2);
    }
}
