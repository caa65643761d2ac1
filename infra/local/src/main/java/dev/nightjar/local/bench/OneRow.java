package dev.nightjar.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.ClaimRequest;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.night.StepRequest;
import dev.nightjar.core.night.TaskContext;
import dev.nightjar.local.command.Definitions;
import dev.nightjar.local.night.NightListener;
import dev.nightjar.local.night.NightRequest;
import dev.nightjar.local.night.Nights;
import dev.nightjar.local.night.TrainAnswer;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.pipeline.file.PipelineFile;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.run.ClaimSlotFunction;
import dev.nightjar.scoring.PlanBatchFunction;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A night that stands before its only shard, of one row: a model serves, the batch is planned.
 *
 * @param store the folder that is the store
 * @param request that the shard is scored with, as JSON
 * @param receipt the file that says that it was
 * @param part folder that the scored row is written to
 */
record OneRow(Path store, String request, Path receipt, Path part) {
    private static final Slot SLOT = Slot.parse("2026-11-02T01:00Z");
    private static final int TRAINING_ROWS = 20_000;
    private static final String[] PURPOSES = {"car", "house", "school", "travel", "debts"};
    private static final String[] REGIONS = {"north", "south", "east", "west"};
    private static final String HEADER =
            "loan_id,amount,income,age,term,years,defaults,purpose,region";

    /** Lives through the night in the folder until then, with candidates as a file spells them. */
    static OneRow with(String candidates, Path folder) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Files.createDirectories(data);
        Files.writeString(data.resolve("training.csv"), rows(TRAINING_ROWS, true));
        Files.writeString(data.resolve("applications.csv"), rows(1, false));
        Definition definition = Definitions.withData(definition(candidates), data);
        Path store = folder.resolve("store");
        try (LocalPlatform platform = LocalPlatform.at(store).open()) {
            NightRequest asked = NightRequest.of(definition, SLOT);
            TrainAnswer trained = new Nights(platform).train(asked, NightListener.NONE);
            if (trained.serving() == null) {
                throw new IllegalStateException("no model to start with: " + Json.text(trained));
            }
            return planned(platform, definition);
        }
    }

    private static OneRow planned(LocalPlatform platform, Definition definition) {
        ClaimRequest claim = ClaimRequest.of(Machine.SCORING, definition, SLOT, task("ClaimSlot"));
        byte[] claimed = new ClaimSlotFunction(platform.wiring()).answer(Json.bytes(claim));
        RunId run = Json.read(Json.parse(claimed).required("run"), RunId.class);
        StepRequest plan = new StepRequest(run, null, null, task("PlanBatch"));
        byte[] answered = new PlanBatchFunction(platform.wiring()).answer(Json.bytes(plan));
        int shards = Json.parse(answered).required("shards").asInt();
        if (shards != 1) {
            throw new IllegalStateException("one shard was meant, planned were " + shards);
        }
        return of(platform.folder(), platform.records().plan(run).orElseThrow());
    }

    private static OneRow of(Path store, BatchPlan plan) {
        String shard = plan.shards().getFirst().shard();
        Path receipt = store.resolve(Keys.receipt(plan.run(), shard));
        Path part = requireNonNull(store.resolve(Keys.firstPart(plan.run())).getParent());
        StepRequest request = new StepRequest(plan.run(), 1, null, task("ScoreShard"));
        return new OneRow(store, Json.text(request), receipt, part);
    }

    private static TaskContext task(String state) {
        return new TaskContext(state, "arn:aws:states:here:000000000000:execution:bench", 0, 0);
    }

    private static Definition definition(String candidates) throws IOException {
        String file = "one-row.yaml";
        try (InputStream stream = OneRow.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new FileNotFoundException(file);
            }
            String yaml = new String(stream.readAllBytes(), UTF_8) + candidates;
            return switch (PipelineFile.read(file, yaml.getBytes(UTF_8), List.of())) {
                case PipelineFile.Result.Checked checked -> checked.definition();
                case PipelineFile.Result.Refused refused ->
                        throw new IllegalStateException(file + ": " + refused.problems());
            };
        }
    }

    private static String rows(int count, boolean labelled) {
        SplittableRandom random = new SplittableRandom(count);
        StringBuilder text = new StringBuilder(HEADER).append(labelled ? ",defaulted\n" : "\n");
        for (int row = 0; row < count; row++) {
            double amount = random.nextDouble(1_000, 50_000);
            int age = random.nextInt(18, 80);
            int purpose = random.nextInt(PURPOSES.length);
            text.append(
                    String.format(
                            Locale.ROOT,
                            "L%06d,%.2f,%.2f,%d,%d,%.1f,%d,%s,%s",
                            row,
                            amount,
                            random.nextDouble(10_000, 90_000),
                            age,
                            random.nextInt(6, 120),
                            random.nextDouble(0, 40),
                            random.nextInt(4),
                            PURPOSES[purpose],
                            REGIONS[random.nextInt(REGIONS.length)]));
            if (labelled) {
                double risk = amount / 25_000 - age / 40.0 + purpose - 2;
                text.append(',').append(random.nextDouble() < 1 / (1 + StrictMath.exp(-risk)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Makes the shard one that was not scored. */
    void reset() throws IOException {
        Files.deleteIfExists(receipt);
    }

    /** The rows that were scored last: the header and one. */
    List<String> scored() throws IOException {
        try (var files = Files.list(part)) {
            return Files.readAllLines(files.findFirst().orElseThrow());
        }
    }
}
