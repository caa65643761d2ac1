package dev.nightjar.local.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.night.ClaimRequest;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.night.StepRequest;
import dev.nightjar.core.night.TaskContext;
import dev.nightjar.core.store.FolderStore;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.local.command.Definitions;
import dev.nightjar.run.ClaimSlotFunction;
import dev.nightjar.run.PublishReportFunction;
import dev.nightjar.run.Records;
import dev.nightjar.scoring.CommitBatchFunction;
import dev.nightjar.scoring.PlanBatchFunction;
import dev.nightjar.scoring.ScoreShardFunction;
import dev.nightjar.scoring.TallyBatchFunction;
import dev.nightjar.training.BuildBundleFunction;
import dev.nightjar.training.EvaluateCandidatesFunction;
import dev.nightjar.training.PrepareDataFunction;
import dev.nightjar.training.ReleaseModelFunction;
import dev.nightjar.training.TrainCandidateFunction;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Every step of a night, called as Lambda calls it, each in a JVM that has its archive and nothing
 * else. XGBoost's OpenMP is the one that the archive brings.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightOnArchivesTest {
    private static final Slot SLOT = Slot.parse(TinyLoans.SLOT);
    private static final String OPEN_MP = "lib/libgomp.so.1";

    private Path folder = Path.of("");
    private Records records = new Records(FolderStore.at(Path.of("")));
    private List<String> said = List.of();
    private RunId training = run(Machine.TRAINING);
    private RunId scoring = run(Machine.SCORING);

    private static RunId run(Machine machine) {
        return new RunId("loans", SLOT, machine, 1);
    }

    @BeforeAll
    void livesThroughTheNight(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Archive small = Archive.of("scoring");
        Archive large = Archive.of("training");
        Path libraries = librariesOf(large);
        Path store = folder.resolve("store");
        records = new Records(FolderStore.at(store));
        try (HandlerProcess scores = new HandlerProcess(small, folder, store, libraries);
                HandlerProcess trains = new HandlerProcess(large, folder, store, libraries)) {
            train(scores, trains);
            score(scores);
            said = trains.said();
        }
    }

    /** Only where the archive's natives run, the machine's own OpenMP does not stand in for it. */
    private Path librariesOf(Archive archive) throws IOException {
        Map<String, byte[]> natives = archive.contents(name -> name.endsWith("libxgboost4j.so"));
        String here = System.getProperty("os.arch").replace("amd64", "x86_64");
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && natives.keySet().stream().anyMatch(name -> name.contains(here)),
                "the archive was made for another machine than this one");
        Path libraries = Files.createDirectories(folder.resolve("lib"));
        byte[] openMp = archive.contents(OPEN_MP::equals).get(OPEN_MP);
        Files.write(libraries.resolve("libgomp.so.1"), openMp);
        return libraries;
    }

    private void train(HandlerProcess scores, HandlerProcess trains) throws IOException {
        training = claim(scores, Machine.TRAINING);
        int candidates =
                call(trains, PrepareDataFunction.class, training, null).get("candidates").asInt();
        for (int item = 0; item < candidates; item++) {
            call(trains, TrainCandidateFunction.class, training, item);
        }
        call(trains, EvaluateCandidatesFunction.class, training, null);
        call(trains, BuildBundleFunction.class, training, null);
        call(trains, ReleaseModelFunction.class, training, null);
        call(scores, PublishReportFunction.class, training, null);
    }

    private void score(HandlerProcess scores) throws IOException {
        scoring = claim(scores, Machine.SCORING);
        int shards = call(scores, PlanBatchFunction.class, scoring, null).get("shards").asInt();
        for (int shard = 1; shard <= shards; shard++) {
            call(scores, ScoreShardFunction.class, scoring, shard);
        }
        call(scores, TallyBatchFunction.class, scoring, null);
        call(scores, CommitBatchFunction.class, scoring, null);
        call(scores, PublishReportFunction.class, scoring, null);
    }

    private RunId claim(HandlerProcess process, Machine machine) throws IOException {
        TinyLoans loans = TinyLoans.in(folder.resolve("data"));
        Definition definition = Definitions.withData(loans.definition(List.of()), loans.folder());
        ClaimRequest request = ClaimRequest.of(machine, definition, SLOT, task("ClaimSlot"));
        JsonNode answer = process.call(ClaimSlotFunction.class, request);
        return RunId.parse(answer.get("run").asString());
    }

    private static JsonNode call(
            HandlerProcess process, Class<?> handler, RunId run, @Nullable Integer item)
            throws IOException {
        String state = handler.getSimpleName().replace("Function", "");
        return process.call(handler, new StepRequest(run, item, null, task(state)));
    }

    private static TaskContext task(String state) {
        return new TaskContext(state, "arn:aws:states:here:000000000000:execution:night", 0, 0);
    }

    @Test
    void theModelIsReleased() {
        assertThat(records.outcome(training).orElseThrow().outcome()).hasToString("RELEASED");
    }

    @Test
    void theBatchIsCommitted() {
        assertThat(records.outcome(scoring).orElseThrow().outcome()).hasToString("COMMITTED");
        assertThat(records.manifest(scoring).orElseThrow().ledger().scored()).isEqualTo(300);
    }

    @Test
    void bothReportsAreThere() {
        assertThat(folder.resolve("store/loans/runs"))
                .isDirectoryRecursivelyContaining("glob:**/" + training + "/report.html")
                .isDirectoryRecursivelyContaining("glob:**/" + scoring + "/report.html");
    }

    @Test
    void nobodyMissesALibrary() {
        assertThat(said).noneMatch(line -> line.contains("Error") || line.contains("Exception"));
    }
}
