package dev.nightjar.scoring;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.error.BundleRefused;
import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.RunId;
import dev.nightjar.run.Records;
import dev.nightjar.run.bundle.BundleLoader;
import dev.nightjar.run.bundle.LoadedBundle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plans and bundles that this process has read already: a shard's call must not cost a plan of
 * 40,000 shards, nor another proof of the same bundle. Safe for use by multiple threads.
 */
final class Batches {
    private static final int MOST = 8;

    private final Records records;
    private final BundleLoader loader;
    private final Map<RunId, BatchPlan> plans = new ConcurrentHashMap<>();
    private final Map<String, LoadedBundle> bundles = new ConcurrentHashMap<>();

    Batches(Wiring wiring) {
        this.records = new Records(requireNonNull(wiring, "wiring is null").store());
        this.loader = new BundleLoader(wiring);
    }

    /** The attempt's plan, which never changes once it stands. */
    BatchPlan plan(RunId run) {
        makeRoom(plans);
        return plans.computeIfAbsent(
                run,
                key ->
                        records.plan(key)
                                .orElseThrow(
                                        () -> new IllegalStateException(key + " has no plan")));
    }

    /** The plan's bundle, proven once. */
    LoadedBundle bundle(BatchPlan plan) {
        makeRoom(bundles);
        String pipeline = plan.run().pipeline();
        LoadedBundle bundle =
                bundles.computeIfAbsent(
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

    private static void makeRoom(Map<?, ?> cache) {
        if (cache.size() >= MOST) {
            cache.clear();
        }
    }
}
