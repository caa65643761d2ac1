package dev.nightjar.run.report;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.gate.GateResult;
import dev.nightjar.core.night.BuiltBundle;
import dev.nightjar.core.night.Curves;
import dev.nightjar.core.night.Evaluation;
import dev.nightjar.core.night.InputObject;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Move;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.Release;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.night.Snapshot;
import dev.nightjar.core.night.TrainedCandidate;
import dev.nightjar.core.night.TrainingRows;
import dev.nightjar.core.night.Verdict;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.run.bundle.BundleFile;
import dev.nightjar.run.bundle.Provenance;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Records of training runs as the steps leave them. */
final class SampleTraining {
    static final RunId RUN = new RunId("loans", Slot.parse("20261109T0100Z"), Machine.TRAINING, 1);
    static final String CHALLENGER = "1.0.2-20261109.1";
    static final String CHAMPION = "1.0.1-20261102.1";

    private final ObjectStore store;

    SampleTraining(ObjectStore store) {
        this.store = store;
    }

    /** A released binary model in place of another. */
    RunId released() {
        data(RUN, SampleFacts::inputs, "auc", SampleFacts.binaryRules());
        candidates(RUN, "auc", 0.803);
        SortedMap<String, Double> now = SampleFacts.binary(0.8113, 0.1602, 1_912_345);
        SortedMap<String, Double> then = SampleFacts.binary(0.8087, 0.1611, 1_874_120);
        List<GateResult> gates =
                List.of(
                        new GateResult("auc >= 0.75", 0.8113, 0.75, true, null),
                        new GateResult("auc >= champion.auc - 0.002", 0.8113, 0.8067, true, null),
                        new GateResult("rowsPerSecond >= 20000", 1_912_345.0, 2e4, true, null));
        Curves curves =
                new Curves(
                        SampleCurves.roc(4.2),
                        SampleCurves.roc(4.1),
                        SampleCurves.calibration(1.0),
                        List.of());
        evaluate(RUN, now, then, new Verdict(true, gates), curves, null);
        release(RUN, CHAMPION);
        return RUN;
    }

    /** A binary model that learned from flipped labels; what served stays. */
    RunId rejected() {
        data(RUN, SampleFacts::inputs, "auc", SampleFacts.binaryRules());
        candidates(RUN, "auc", 0.41);
        SortedMap<String, Double> now = SampleFacts.binary(0.412, 0.71, 1_912_345);
        SortedMap<String, Double> then = SampleFacts.binary(0.8093, 0.1611, 1_874_120);
        List<GateResult> gates =
                List.of(
                        new GateResult("auc >= 0.75", 0.412, 0.75, false, null),
                        new GateResult("auc >= champion.auc - 0.002", 0.412, 0.8073, false, null),
                        new GateResult("rowsPerSecond >= 20000", 1_912_345.0, 2e4, true, null),
                        new GateResult("slot >= champion.slot", null, null, true, null));
        Curves curves =
                new Curves(
                        SampleCurves.roc(0.75),
                        SampleCurves.roc(4.1),
                        SampleCurves.calibration(0.3),
                        List.of());
        String hint = "label `defaulted` looks flipped (positive share 8.1 % → 91.7 %)";
        evaluate(RUN, now, then, new Verdict(false, gates), curves, hint);
        put(
                Keys.outcome(RUN),
                new OutcomeRecord(RUN, Outcome.REJECTED, CHALLENGER, SampleFacts.at(40)));
        return RUN;
    }

    /** A first regression model, released; nothing served before. */
    RunId regression() {
        data(RUN, SampleFacts::inputs, "rmse", new TreeMap<>(Map.of("type", 12L)));
        candidates(RUN, "rmse", 68_000);
        SortedMap<String, Double> now =
                new TreeMap<>(
                        Map.of(
                                "rmse",
                                68_123.4,
                                "mae",
                                49_412.1,
                                "r2",
                                0.6512,
                                "rowsPerSecond",
                                2_400_000.0,
                                "modelBytes",
                                4_312.0));
        List<GateResult> gates =
                List.of(
                        new GateResult("rmse <= 75000", 68_123.4, 75_000.0, true, null),
                        new GateResult(
                                "rmse <= champion.rmse * 1.02",
                                68_123.4,
                                null,
                                true,
                                "nothing serves: passed"));
        List<List<Double>> residuals =
                IntStream.range(0, 50)
                        .mapToObj(i -> SampleCurves.residual(40_000 + 9_000.0 * i, i))
                        .toList();
        Curves curves = new Curves(List.of(), List.of(), List.of(), residuals);
        put(
                Keys.step(RUN, "EvaluateCandidates-1"),
                SampleFacts.step(
                        RUN,
                        "EvaluateCandidates-1",
                        evaluation(now, null, new TreeMap<>(), new Verdict(true, gates), curves)));
        release(RUN, null);
        return RUN;
    }

    /** The data of a run: its question and its snapshot, with so many inputs of any name. */
    void data(
            RunId run,
            Supplier<List<InputObject>> inputs,
            String objective,
            SortedMap<String, Long> byRule) {
        put(Keys.runRecord(run), SampleQuestion.asked(run, objective));
        long quarantined = byRule.values().stream().mapToLong(Long::longValue).sum();
        long clean = 60_000 - quarantined - 301;
        TrainingRows rows =
                new TrainingRows(
                        60_000,
                        412,
                        quarantined,
                        301,
                        clean - 2 * (clean / 5),
                        clean / 5,
                        clean / 5);
        Snapshot snapshot =
                new Snapshot(
                        run,
                        "4f1c",
                        inputs.get(),
                        SampleFacts.digest("inputs"),
                        null,
                        SampleFacts.part("training.csv.gz", 3_400_000),
                        SampleFacts.part("validation.csv.gz", 1_120_000),
                        SampleFacts.part("holdout.csv.gz", 1_130_000),
                        SampleFacts.part("quarantine.csv", 91_000),
                        SampleFacts.part("profile.json", 14_000),
                        rows,
                        byRule,
                        objective.equals("auc") ? 0.081 : null,
                        SampleFacts.digest("content"));
        put(Keys.step(run, "PrepareData"), SampleFacts.step(run, "PrepareData", snapshot));
    }

    private void candidates(RunId run, String metric, double best) {
        List<CandidateSettings> grid = SampleQuestion.grid();
        for (int item = 0; item < grid.size(); item++) {
            double worse = metric.equals("rmse") ? 1 + 0.01 * item : 1 - 0.004 * item;
            TrainedCandidate candidate =
                    new TrainedCandidate(
                            item,
                            grid.get(item),
                            1,
                            item == 5
                                    ? new TreeMap<>()
                                    : new TreeMap<>(Map.of(metric, best * worse)),
                            SampleFacts.part("candidates/" + item + ".4f1c.tribuo", 310_000),
                            SampleFacts.part("candidates/" + item + ".4f1c.bin", 92_000),
                            SampleFacts.digest("model" + item),
                            item == 5 ? "the loss is no number after epoch 3" : null,
                            0.4 + 1.1 * item);
            String name = "TrainCandidate-" + item;
            put(Keys.step(run, name), SampleFacts.step(run, name, candidate));
        }
    }

    private void evaluate(
            RunId run,
            SortedMap<String, Double> now,
            SortedMap<String, Double> then,
            Verdict verdict,
            Curves curves,
            @Nullable String hint) {
        Evaluation evaluation =
                new Evaluation(
                        2,
                        0,
                        CHALLENGER,
                        SampleFacts.digest("model0"),
                        now,
                        CHAMPION,
                        then,
                        "etag",
                        verdict,
                        curves,
                        hint);
        Evaluation first =
                evaluation(now, null, new TreeMap<>(), new Verdict(true, List.of()), Curves.NONE);
        put(
                Keys.step(run, "EvaluateCandidates-1"),
                SampleFacts.step(run, "EvaluateCandidates-1", first));
        put(
                Keys.step(run, "EvaluateCandidates-2"),
                SampleFacts.step(run, "EvaluateCandidates-2", evaluation));
    }

    private static Evaluation evaluation(
            SortedMap<String, Double> now,
            @Nullable String champion,
            SortedMap<String, Double> then,
            Verdict verdict,
            Curves curves) {
        return new Evaluation(
                1,
                0,
                CHALLENGER,
                SampleFacts.digest("model0"),
                now,
                champion,
                then,
                null,
                verdict,
                curves,
                null);
    }

    private void release(RunId run, @Nullable String previous) {
        BuiltBundle bundle =
                new BuiltBundle(
                        CHALLENGER,
                        SampleFacts.digest("digests"),
                        1_412_331,
                        64,
                        3.1e-13,
                        "here-1");
        put(Keys.step(run, "BuildBundle"), SampleFacts.step(run, "BuildBundle", bundle));
        put(Keys.bundle(run.pipeline(), CHALLENGER) + BundleFile.PROVENANCE, provenance(run));
        Move move =
                new Move(
                        2,
                        CHALLENGER,
                        previous,
                        "gates",
                        "all gates are open",
                        run,
                        run.slot(),
                        SampleFacts.at(34));
        put(
                Keys.step(run, "ReleaseModel"),
                SampleFacts.step(run, "ReleaseModel", new Release(move, 4.21)));
        put(
                Keys.outcome(run),
                new OutcomeRecord(run, Outcome.RELEASED, CHALLENGER, SampleFacts.at(34)));
    }

    private static Provenance provenance(RunId run) {
        return new Provenance(
                run,
                run,
                run.pipeline(),
                null,
                null,
                SampleFacts.digest("definition"),
                SampleFacts.digest("content"),
                List.of(),
                List.of(),
                null,
                new TrainingRows(1, 0, 0, 0, 1, 0, 0),
                SampleQuestion.grid().getFirst(),
                1,
                new TreeMap<>(Map.of("Java", "25.0.1", "Tribuo", "4.3.2", "XGBoost", "2.1.4")),
                SampleFacts.at(30));
    }

    void put(String key, Object record) {
        store.put(key, Content.of(Json.pretty(record)));
    }
}
