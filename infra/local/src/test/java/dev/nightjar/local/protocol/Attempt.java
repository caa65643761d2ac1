package dev.nightjar.local.protocol;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.FailureRequest;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.night.Receipt;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.StepRequest;
import dev.nightjar.core.night.TaskContext;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.run.PublishReport;
import dev.nightjar.run.RecordFailure;
import dev.nightjar.run.StepRecord;
import dev.nightjar.scoring.CommitBatch;
import dev.nightjar.scoring.PlanBatch;
import dev.nightjar.scoring.ScoreShard;
import dev.nightjar.scoring.TallyBatch;
import dev.nightjar.training.BuildBundle;
import dev.nightjar.training.EvaluateCandidates;
import dev.nightjar.training.PrepareData;
import dev.nightjar.training.ReleaseModel;
import dev.nightjar.training.TrainCandidate;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** A claimed attempt, whose steps a test calls in any order, each in a process of its own. */
record Attempt(Workshop workshop, ObjectStore store, RunId run, String execution) {
    /** The same attempt, which sees the store through another. */
    Attempt on(ObjectStore other) {
        return new Attempt(workshop, other, run, execution);
    }

    void prepare() {
        new PrepareData(wiring()).answer(request("PrepareData", null, null));
    }

    void train(int item) {
        new TrainCandidate(wiring()).answer(request("TrainCandidate", item, null));
    }

    boolean evaluate(int round) {
        return new EvaluateCandidates(wiring())
                .answer(request("EvaluateCandidates", null, round))
                .passed();
    }

    void build(int round) {
        new BuildBundle(wiring()).answer(request("BuildBundle", null, round));
    }

    void release(int round) {
        new ReleaseModel(wiring()).answer(request("ReleaseModel", null, round));
    }

    /** Everything up to the first round's bundle. */
    void build() {
        prepare();
        train(0);
        train(1);
        evaluate(1);
        build(1);
    }

    /** A whole training whose gates are open. */
    void train() {
        build();
        release(1);
    }

    PlanBatch.Response plan() {
        return new PlanBatch(wiring()).answer(request("PlanBatch", null, null));
    }

    void score(int shard) {
        new ScoreShard(wiring()).answer(request("ScoreShard", shard, null));
    }

    void rescore(int shard) {
        new ScoreShard(wiring()).answer(request("RescoreShard", shard, null));
    }

    TallyBatch.Response tally() {
        return new TallyBatch(wiring()).answer(request("TallyBatch", null, null));
    }

    void commit() {
        new CommitBatch(wiring()).answer(request("CommitBatch", null, null));
    }

    /** Everything up to the last receipt. */
    void score() {
        plan();
        for (PlannedShard shard : planned()) {
            if (shard.reusedFrom() == null) {
                score(shard.number());
            }
        }
    }

    /** Everything up to the commit. */
    void tallied() {
        score();
        tally();
    }

    /** A whole scoring. */
    void publish() {
        tallied();
        commit();
    }

    void report() {
        new PublishReport(wiring()).answer(request("PublishReport", null, null));
    }

    void fail(String state, String error) {
        new RecordFailure(wiring())
                .answer(
                        new FailureRequest(
                                run,
                                state,
                                null,
                                "dev.nightjar.core.error." + error,
                                "it failed",
                                context("RecordFailure")));
    }

    BatchPlan batchPlan() {
        return workshop.records().plan(run).orElseThrow();
    }

    List<PlannedShard> planned() {
        return batchPlan().shards();
    }

    Receipt receipt(int shard) {
        String id = planned().get(shard - 1).shard();
        return Optional.ofNullable(workshop.records().receipts(run).get(id)).orElseThrow();
    }

    <T> StepRecord<T> step(String name, Class<T> type) {
        return workshop.records().step(run, name, type).orElseThrow();
    }

    Optional<Outcome> outcome() {
        return workshop.records().outcome(run).map(OutcomeRecord::outcome);
    }

    /** The note of the outcome, without a look at what it could be made from. */
    Optional<Outcome> noted() {
        return workshop.find("loans/runs/" + run + "/outcome.json")
                .map(text -> Json.read(text, OutcomeRecord.class).outcome());
    }

    private Wiring wiring() {
        return workshop.wiring(store);
    }

    private StepRequest request(String state, @Nullable Integer item, @Nullable Integer round) {
        return new StepRequest(run, item, round, context(state));
    }

    private TaskContext context(String state) {
        return new TaskContext(state, execution, 0, 0);
    }
}
