package dev.nightjar.local.night;

import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Manifest;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.StoredPart;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.run.Records;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads from the records of a scoring what came of it. */
final class ScoreAnswers {
    private final ObjectStore store;
    private final Records records;

    ScoreAnswers(Platform platform) {
        this.store = platform.store();
        this.records = platform.records();
    }

    ScoreAnswer of(Night night) {
        RunId run = night.run();
        BatchPlan plan = run == null ? null : records.plan(run).orElse(null);
        BatchAccount account =
                run == null || plan == null ? null : BatchAccount.of(records, run, plan);
        Manifest manifest = run == null ? null : committed(run);
        return new ScoreAnswer(
                run == null ? null : run.toString(),
                night.request().definition().pipeline(),
                SlotText.iso(night.request().slot()),
                night.outcome(),
                run == null ? null : run.attempt(),
                rerun(night.request()),
                plan == null ? null : plan.model(),
                account == null ? null : account.shards(),
                account == null ? null : account.rows(),
                manifest == null ? List.of() : results(manifest),
                manifest == null ? null : store.address(Keys.manifest(manifest.run())),
                manifest == null ? null : symlink(manifest.run()),
                manifest == null ? null : manifest.ledger().toString(),
                account == null || run == null ? null : quarantine(run, account),
                plan == null ? null : deadline(plan, manifest),
                run == null ? null : startedBy(run),
                night.failure(),
                run == null ? null : Reports.address(store, run),
                night.seconds());
    }

    private @Nullable Manifest committed(RunId run) {
        Optional<OutcomeRecord> outcome = records.outcome(run);
        boolean published =
                outcome.map(record -> record.outcome() == Outcome.COMMITTED).orElse(false);
        return published ? records.manifest(run).orElse(null) : null;
    }

    private static String rerun(NightRequest request) {
        if (request.rerun() != null) {
            return request.rerun();
        }
        var scoring = request.definition().scoring();
        return scoring == null ? "partial" : scoring.rerun().toString();
    }

    /** Without the empty part that only says who committed. */
    private List<String> results(Manifest manifest) {
        return manifest.parts().stream()
                .filter(part -> part.size() > 0)
                .map(StoredPart::key)
                .map(store::address)
                .toList();
    }

    private String symlink(RunId run) {
        return store.address(Keys.symlink(run.pipeline(), run.slot()));
    }

    private QuarantineAnswer quarantine(RunId run, BatchAccount account) {
        SortedMap<String, Long> byRule = new TreeMap<>(account.byRule());
        String folder = store.address(Keys.batch(run) + "quarantine");
        return new QuarantineAnswer(byRule.isEmpty() ? null : folder, byRule);
    }

    private static ScoreAnswer.@Nullable Deadline deadline(
            BatchPlan plan, @Nullable Manifest manifest) {
        if (plan.deadline() == null) {
            return null;
        }
        Double margin = manifest == null ? null : manifest.margin();
        return new ScoreAnswer.Deadline(
                plan.deadline().toString(), margin, margin == null ? null : margin >= 0);
    }

    private @Nullable String startedBy(RunId run) {
        return records.run(run).map(record -> record.startedBy().toString()).orElse(null);
    }
}
