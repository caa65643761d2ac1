package dev.nightjar.scoring;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.core.error.ModelUnfit;
import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.StartedBy;
import dev.nightjar.core.night.StepRequest;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectSource;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.pipeline.window.Deadline;
import dev.nightjar.run.Claims;
import dev.nightjar.run.DataRoot;
import dev.nightjar.run.Inputs;
import dev.nightjar.run.Records;
import dev.nightjar.run.Serving;
import dev.nightjar.run.ServingPointer;
import dev.nightjar.run.bundle.BundleLoader;
import dev.nightjar.run.bundle.LoadedBundle;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides what the attempt will do and pins it: model, inputs, rows, shards. A later attempt
 * inherits the model of the newest plan and reuses what was scored of the same bytes. Safe for use
 * by multiple threads.
 */
public final class PlanBatch {
    /** Shards of a batch; children of a Map and the objects that they read grow with them. */
    private static final int MOST_SHARDS = 40_000;

    private final Wiring wiring;
    private final Records records;
    private final Claims claims;

    public PlanBatch(Wiring wiring) {
        this.wiring = requireNonNull(wiring, "wiring is null");
        this.records = new Records(wiring.store());
        this.claims = new Claims(records);
    }

    /**
     * The answer.
     *
     * @param bucket that holds the list of shards to score
     * @param shardsKey of a bare JSON array of shard numbers
     * @param shards how many it lists
     * @param concurrency shards scored at once
     */
    public record Response(String bucket, String shardsKey, int shards, int concurrency) {}

    /**
     * Plans the batch, unless a plan stands.
     *
     * @throws DataUnfit when there is no input
     * @throws ModelUnfit when nothing serves
     * @throws dev.nightjar.core.error.Conflict when a newer attempt works on the slot
     */
    public Response answer(StepRequest request) {
        RunRecord run = records.requireRun(request.run());
        Scoring scoring = run.definition().scoring();
        if (scoring == null) {
            throw new DefinitionInvalid(run.run().pipeline() + " has no 'scoring:'");
        }
        BatchPlan plan = records.plan(run.run()).orElse(null);
        if (plan == null) {
            claims.refuseSuperseded(run.run());
            plan = records.create(Keys.plan(run.run()), plan(run, scoring), BatchPlan.class);
        }
        List<Integer> toScore =
                plan.shards().stream()
                        .filter(shard -> shard.reusedFrom() == null)
                        .map(PlannedShard::number)
                        .toList();
        String key = Keys.shards(run.run());
        wiring.store().put(key, Content.of(Json.bytes(toScore)));
        return new Response(
                wiring.store().bucket(),
                wiring.store().keyInBucket(key),
                toScore.size(),
                scoring.shards().concurrency());
    }

    private BatchPlan plan(RunRecord run, Scoring scoring) {
        Optional<BatchPlan> inherited = newestPlan(run);
        String version = version(run, inherited.orElse(null));
        LoadedBundle bundle = new BundleLoader(wiring).load(run.run().pipeline(), version);
        ObjectSource data = wiring.data().apply(DataRoot.of(run.definition()));
        Inputs inputs = Inputs.list(run.definition(), Machine.SCORING, run.run().slot(), data);
        if (inputs.objects().isEmpty()) {
            throw new DataUnfit("no object matches " + data.address(inputs.lookedAt()));
        }
        InputCutter cutter = new InputCutter(run, bundle.model().digest(), data);
        InputCutter.Cutting cutting = cutter.cut(inputs, earlierReceipts(run));
        if (cutting.shards().size() > MOST_SHARDS) {
            throw new DefinitionInvalid(
                    cutting.shards().size()
                            + " shards are more than "
                            + MOST_SHARDS
                            + "; raise scoring.shards.target");
        }
        return new BatchPlan(
                run.run(),
                version,
                bundle.model().digest(),
                run.definitionDigest(),
                inherited.map(BatchPlan::predictedAt).orElseGet(wiring.clock()::instant),
                deadline(run, scoring),
                cutting.inputs(),
                cutting.headers(),
                inputs.digest(),
                cutting.rows(),
                cutting.shards());
    }

    /** The newest earlier plan, when this attempt continues its batch. */
    private Optional<BatchPlan> newestPlan(RunRecord run) {
        for (RunId attempt : claims.earlierThan(run.run())) {
            Optional<BatchPlan> plan = records.plan(attempt);
            if (plan.isPresent()) {
                boolean sameModel = run.model() == null || run.model().equals(plan.get().model());
                boolean same = plan.get().definitionDigest().equals(run.definitionDigest());
                return plan.filter(earlier -> same && sameModel);
            }
        }
        return Optional.empty();
    }

    private String version(RunRecord run, @Nullable BatchPlan inherited) {
        if (run.model() != null) {
            return run.model();
        }
        if (inherited != null) {
            return inherited.model();
        }
        return new ServingPointer(wiring.store())
                .read(run.run().pipeline())
                .map(Serving::move)
                .orElseThrow(
                        () -> new ModelUnfit("no model serves " + run.run().pipeline() + " yet"))
                .model();
    }

    private EarlierReceipts earlierReceipts(RunRecord run) {
        return new EarlierReceipts(records, claims.earlierThan(run.run()));
    }

    /**
     * A person's attempt has no deadline, else rows that were late once would stay late for ever.
     */
    private static @Nullable Instant deadline(RunRecord run, Scoring scoring) {
        return run.startedBy() == StartedBy.PERSON
                ? null
                : Deadline.at(scoring, run.run().slot().time()).orElse(null);
    }
}
