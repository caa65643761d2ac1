package dev.nightjar.scoring;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.error.BundleRefused;
import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.RunId;
import dev.nightjar.run.Records;
import dev.nightjar.run.bundle.BundleLoader;
import dev.nightjar.run.bundle.LoadedBundle;

/**
 * Plans and bundles that this process has read already: a shard's call must not cost a plan of
 * 40,000 shards, nor another proof of the same bundle. Safe for use by multiple threads.
 */
final class Batches {
    /** A night needs one of each; a few more while nights of several pipelines overlap. */
    private static final int MOST = 4;

    private final Records records;
    private final BundleLoader loader;
    private final Recent<RunId, BatchPlan> plans = new Recent<>(MOST);
    private final Recent<String, LoadedBundle> bundles = new Recent<>(MOST);

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

    /** The plan's bundle, proven once. */
    LoadedBundle bundle(BatchPlan plan) {
        String pipeline = plan.run().pipeline();
        LoadedBundle bundle =
                bundles.get(
                        pipeline + "/" + plan.model() + "/" + plan.modelDigest(),
                        key -> loader.load(pipeline, plan.model()));
        if (!bundle.model().digest().equals(plan.modelDigest())) {
            throw new BundleRefused(
                    plan.model()
                            + " has digest "
                            + bundle.model().digest()
                            + ", the plan pinned "
                            + plan.modelDigest());
        }
        return bundle;
    }
}
