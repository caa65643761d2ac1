package dev.nightjar.scoring;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.error.BundleRefused;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.RunId;
import dev.nightjar.run.Records;
import dev.nightjar.run.bundle.BundleLoader;

/**
 * Plans and models that this process has read already: a shard's call must not cost a plan of
 * 40,000 shards, nor another proof of the same model. Safe for use by multiple threads.
 */
final class Batches {
    /** A night needs one of each; a few more while nights of several pipelines overlap. */
    private static final int MOST = 4;

    private final Records records;
    private final BundleLoader loader;
    private final Recent<RunId, BatchPlan> plans = new Recent<>(MOST);
    private final Recent<String, CompiledModel> models = new Recent<>(MOST);

    Batches(Wiring wiring) {
        this.records = new Records(requireNonNull(wiring, "wiring is null").store());
        this.loader = new BundleLoader(wiring);
    }

    /** The attempt's plan, which never changes once it stands. */
    BatchPlan plan(RunId run) {
        return plans.get(
                run,
                key ->
                        records.plan(key)
                                .orElseThrow(
                                        () -> new IllegalStateException(key + " has no plan")));
    }

    /** The plan's model, proven once; the rest of its bundle was when the batch was planned. */
    CompiledModel model(BatchPlan plan) {
        String pipeline = plan.run().pipeline();
        CompiledModel model =
                models.get(
                        pipeline + "/" + plan.model() + "/" + plan.modelDigest(),
                        key -> loader.model(pipeline, plan.model()));
        if (!model.digest().equals(plan.modelDigest())) {
            throw new BundleRefused(
                    plan.model()
                            + " has digest "
                            + model.digest()
                            + ", the plan pinned "
                            + plan.modelDigest());
        }
        return model;
    }
}
