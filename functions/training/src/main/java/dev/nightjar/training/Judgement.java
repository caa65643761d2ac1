package dev.nightjar.training;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.gate.Gate;
import dev.nightjar.core.gate.GateResult;
import dev.nightjar.core.gate.Metric;
import dev.nightjar.core.metric.Metrics;
import dev.nightjar.core.metric.Outcomes;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.night.Curves;
import dev.nightjar.core.night.Evaluation;
import dev.nightjar.core.night.Move;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.Snapshot;
import dev.nightjar.core.night.TrainedCandidate;
import dev.nightjar.core.night.Verdict;
import dev.nightjar.run.Records;
import dev.nightjar.run.Serving;
import dev.nightjar.run.StepRecord;
import dev.nightjar.run.StoredParts;
import dev.nightjar.run.bundle.BundleLoader;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One round of judging: challenger and champion on the same rows, gate by gate. */
final class Judgement {
    private static final String NEWEST = "slot >= champion.slot";

    private final Wiring wiring;
    private final RunRecord run;
    private final Definition definition;
    private final Snapshot snapshot;
    private final @Nullable Serving serving;

    Judgement(Wiring wiring, RunRecord run, Snapshot snapshot, Optional<Serving> serving) {
        this.wiring = wiring;
        this.run = run;
        this.definition = run.definition();
        this.snapshot = snapshot;
        this.serving = serving.orElse(null);
    }

    Evaluation of(TrainedCandidate best, int round) {
        SnapshotPart holdout = new SnapshotPart(wiring.store(), definition, snapshot.holdout());
        CompiledModel challenger =
                CompiledModel.read(
                        StoredParts.bytes(
                                wiring.store(),
                                requireNonNull(best.compiled(), "compiled is null")));
        Judged judged = Judged.withSpeed(challenger, definition, holdout, wiring.nanoseconds());
        Optional<Judged> champion = champion(holdout);
        Map<Metric, Double> championMetrics =
                champion.map(other -> other.metrics().byMetric()).orElse(null);
        List<GateResult> gates = new ArrayList<>();
        for (String gate : definition.gates()) {
            gates.add(Gate.of(gate).evaluate(judged.metrics().byMetric(), championMetrics));
        }
        newestSlot().ifPresent(gates::add);
        boolean passed = gates.stream().allMatch(GateResult::passed);
        String version =
                ModelNumber.take(
                                wiring.store(),
                                definition,
                                run.run(),
                                snapshot.run(),
                                challenger.digest())
                        .version();
        return new Evaluation(
                round,
                best.item(),
                version,
                challenger.digest(),
                judged.metrics().values(),
                serving == null ? null : serving.move().model(),
                champion.map(Judged::metrics).map(Metrics::values).orElse(new TreeMap<>()),
                serving == null ? null : serving.etag(),
                new Verdict(passed, gates),
                curves(judged.outcomes(), champion.map(Judged::outcomes)),
                passed ? null : hint());
    }

    /** What serves, on the same rows; empty when nothing does or its columns are other ones. */
    private Optional<Judged> champion(SnapshotPart holdout) {
        if (serving == null) {
            return Optional.empty();
        }
        CompiledModel model =
                new BundleLoader(wiring)
                        .load(definition.pipeline(), serving.move().model())
                        .model();
        if (model.task() != definition.task()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Judged.withSpeed(model, definition, holdout, wiring.nanoseconds()));
        } catch (DataUnfit _) {
            return Optional.empty(); // the columns changed: it cannot score these rows
        }
    }

    /** An older slot's model does not replace a newer one's unless a person asks for it. */
    private Optional<GateResult> newestSlot() {
        if (serving == null) {
            return Optional.empty();
        }
        Move move = serving.move();
        boolean newest = run.run().slot().compareTo(move.slot()) >= 0;
        boolean asked = run.release();
        String slots =
                "slot "
                        + run.run().slot().time()
                        + ", champion's "
                        + move.slot().time()
                        + (newest ? "" : asked ? "; a person asked for the release" : "");
        return Optional.of(new GateResult(NEWEST, null, null, newest || asked, slots));
    }

    private static Curves curves(Outcomes challenger, Optional<Outcomes> champion) {
        return new Curves(
                points(challenger),
                champion.map(Judgement::points).orElse(List.of()),
                challenger.calibration().stream()
                        .map(bin -> List.of(bin.predicted(), bin.observed(), (double) bin.rows()))
                        .toList(),
                challenger.residuals().stream()
                        .map(bin -> List.of(bin.predicted(), bin.mean(), bin.low(), bin.high()))
                        .toList());
    }

    private static List<List<Double>> points(Outcomes outcomes) {
        return outcomes.roc().stream().map(point -> List.of(point.x(), point.y())).toList();
    }

    private @Nullable String hint() {
        if (serving == null || serving.move().run() == null || definition.task() != Task.BINARY) {
            return null;
        }
        Optional<Double> before =
                new Records(wiring.store())
                        .step(serving.move().run(), "PrepareData", Snapshot.class)
                        .map(StepRecord::made)
                        .map(Snapshot::positiveShare);
        Double now = snapshot.positiveShare();
        if (before.isEmpty() || now == null) {
            return null;
        }
        String shares =
                String.format(
                        Locale.ROOT, "(share %.1f %% → %.1f %%)", before.get() * 100, now * 100);
        String label = definition.label().name();
        if (Math.abs(now - before.get()) > 0.2 && Math.abs(now - (1 - before.get())) < 0.05) {
            return "label `" + label + "` flipped " + shares;
        }
        boolean moved = now > 2 * before.get() || now < before.get() / 2;
        return moved ? "label `" + label + "` moved " + shares : null;
    }
}
