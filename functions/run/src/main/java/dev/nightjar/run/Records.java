package dev.nightjar.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Manifest;
import dev.nightjar.core.night.Move;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.Receipt;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.core.store.StoredObject;
import dev.nightjar.pipeline.json.Json;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Typed reading and writing of what the store holds. Safe for use by multiple threads. */
public final class Records {
    private final ObjectStore store;

    /** Records of the store. */
    public Records(ObjectStore store) {
        this.store = requireNonNull(store, "store is null");
    }

    /** What the run was asked to do; empty when it claimed its slot and died, or never was. */
    public Optional<RunRecord> run(RunId run) {
        return find(Keys.runRecord(run), RunRecord.class);
    }

    /**
     * What the run was asked to do.
     *
     * @throws DefinitionInvalid when there is no such run
     */
    public RunRecord requireRun(RunId run) {
        return run(run).orElseThrow(() -> new DefinitionInvalid("there is no run " + run));
    }

    /** What a step of the run made, if it ended. */
    public <T> Optional<StepRecord<T>> step(RunId run, String step, Class<T> type) {
        return find(Keys.step(run, step), JsonNode.class).map(node -> typed(node, type));
    }

    /**
     * What a step of the run made.
     *
     * @throws IllegalStateException when it has not ended: the machine calls steps in order
     */
    public <T> T requireStep(RunId run, String step, Class<T> type) {
        return step(run, step, type)
                .orElseThrow(() -> new IllegalStateException(run + " has no record of " + step))
                .made();
    }

    /** Writes down what a step made, unless it stands; answers what stands. */
    public <T> StepRecord<T> createStep(StepRecord<T> record, Class<T> type) {
        String key = Keys.step(record.run(), record.step());
        return typed(create(key, record, JsonNode.class), type);
    }

    /** Claims of the slot, ascending by attempt. */
    public List<Claim> claims(String pipeline, Machine machine, Slot slot) {
        return store.list(Keys.claims(pipeline, machine, slot)).stream()
                .map(head -> find(head.key(), Claim.class))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * How the run ended. An attempt may have died between its deed and the note of it: then the
     * committed symlink, the pointer and the journal tell, and the missing note is made.
     */
    public Optional<OutcomeRecord> outcome(RunId run) {
        Optional<OutcomeRecord> noted = find(Keys.outcome(run), OutcomeRecord.class);
        if (noted.isPresent()) {
            return noted;
        }
        return switch (run.machine()) {
            case SCORING -> committed(run);
            case TRAINING -> released(run);
        };
    }

    /** Notes how the run ended, unless it is noted; answers what stands. */
    public OutcomeRecord createOutcome(OutcomeRecord outcome) {
        return create(Keys.outcome(outcome.run()), outcome, OutcomeRecord.class);
    }

    /** Failure records of the run, in the order of keys. */
    public List<FailureRecord> failures(RunId run) {
        return store.list(Keys.failures(run)).stream()
                .map(head -> find(head.key(), FailureRecord.class))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The plan of a scoring attempt. */
    public Optional<BatchPlan> plan(RunId run) {
        return find(Keys.plan(run), BatchPlan.class);
    }

    /** The manifest of a scoring attempt, prepared though perhaps never committed. */
    public Optional<Manifest> manifest(RunId run) {
        return find(Keys.manifest(run), Manifest.class);
    }

    /** Receipts of the attempt's own shards, by shard id. */
    public SortedMap<String, Receipt> receipts(RunId run) {
        SortedMap<String, Receipt> receipts = new TreeMap<>();
        for (ObjectHead head : store.list(Keys.receipts(run))) {
            find(head.key(), Receipt.class)
                    .ifPresent(receipt -> receipts.put(receipt.shard(), receipt));
        }
        return receipts;
    }

    /** The keys that the committed symlink of the slot names, in order; empty when none stands. */
    public List<String> committedParts(String pipeline, Slot slot) {
        return store.find(Keys.symlink(pipeline, slot))
                .map(object -> object.text().lines().toList())
                .orElse(List.of());
    }

    /** The attempt whose commit the slot's readers see. */
    public Optional<RunId> committedRun(String pipeline, Slot slot) {
        List<String> parts = committedParts(pipeline, slot);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String[] segments = parts.getFirst().split("/", -1);
        int attempt = Integer.parseInt(segments[segments.length - 3]);
        return Optional.of(new RunId(pipeline, slot, Machine.SCORING, attempt));
    }

    /** Runs of the pipeline, newest slot first, then newest attempt. */
    public List<RunId> runs(String pipeline) {
        List<RunId> runs = new ArrayList<>();
        for (ObjectHead head : store.list(pipeline + "/slots/")) {
            find(head.key(), Claim.class).ifPresent(claim -> runs.add(claim.run()));
        }
        runs.sort(
                Comparator.comparing(RunId::slot)
                        .thenComparingInt(RunId::attempt)
                        .thenComparing(RunId::machine)
                        .reversed());
        return runs;
    }

    /** Names of the pipelines that the store knows. */
    public List<String> pipelines() {
        return store.folders("").stream()
                .filter(name -> !store.folders(name + "/slots/").isEmpty())
                .toList();
    }

    /** The record under the key, if there is one. */
    public <T> Optional<T> find(String key, Class<T> type) {
        return store.find(key).map(object -> Json.read(object.bytes(), type));
    }

    /**
     * Creates a record unless one stands. The answer is what stands: also when our own write had
     * taken effect and only its answer was lost.
     */
    public <T> T create(String key, Object record, Class<T> type) {
        store.create(key, Content.of(Json.pretty(record)));
        StoredObject standing =
                store.find(key).orElseThrow(() -> new IllegalStateException(key + " was deleted"));
        return Json.read(standing.bytes(), type);
    }

    private Optional<OutcomeRecord> committed(RunId run) {
        List<String> parts = committedParts(run.pipeline(), run.slot());
        if (parts.isEmpty() || !parts.getFirst().equals(Keys.firstPart(run))) {
            return Optional.empty();
        }
        return manifest(run)
                .map(
                        manifest ->
                                createOutcome(
                                        new OutcomeRecord(
                                                run,
                                                Outcome.COMMITTED,
                                                manifest.model(),
                                                manifest.predictedAt())));
    }

    private Optional<OutcomeRecord> released(RunId run) {
        return new ServingPointer(store)
                .moveOf(run)
                .map(
                        (Move move) ->
                                createOutcome(
                                        new OutcomeRecord(
                                                run, Outcome.RELEASED, move.model(), move.at())));
    }

    private static <T> StepRecord<T> typed(JsonNode node, Class<T> type) {
        RunId taken = node.has("takenFrom") ? Json.read(node.get("takenFrom"), RunId.class) : null;
        return new StepRecord<>(
                Json.read(node.required("run"), RunId.class),
                node.required("step").asString(),
                node.required("definitionDigest").asString(),
                node.required("reads").asString(),
                taken,
                Json.read(node.required("startedAt"), java.time.Instant.class),
                Json.read(node.required("endedAt"), java.time.Instant.class),
                Json.read(node.required("made"), type));
    }
}
