package dev.nightjar.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Manifest;
import dev.nightjar.core.night.Move;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.night.Receipt;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.TrainedCandidate;
import dev.nightjar.core.store.FolderStore;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.run.Records;
import dev.nightjar.run.ServingPointer;
import dev.nightjar.run.StepRecord;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks of what a store holds after a night, however often it was killed. */
final class NightAccount {
    private final ObjectStore store;
    private final Records records;
    private final String when;

    NightAccount(SmallNight night, String when) {
        this.store = FolderStore.at(night.store());
        this.records = new Records(store);
        this.when = when;
    }

    /** One release, one move, and no candidate trained again that had been trained. */
    void assertReleasedOnce() {
        List<Move> journal = new ServingPointer(store).journal(SmallNight.PIPELINE);
        assertThat(journal).as("%s: moves of the pointer", when).hasSize(1);
        List<RunId> released = new ArrayList<>();
        for (RunId run : runs(Machine.TRAINING)) {
            records.outcome(run).ifPresent(outcome -> released.add(run));
        }
        assertThat(released)
                .as("%s: attempts with an outcome", when)
                .containsExactly(journal.getFirst().run());
        for (int item = 0; item < SmallNight.CANDIDATES; item++) {
            assertTrainedOnce("TrainCandidate-" + item);
        }
    }

    private void assertTrainedOnce(String step) {
        Set<RunId> workers = new HashSet<>();
        for (RunId run : runs(Machine.TRAINING)) {
            records.step(run, step, TrainedCandidate.class)
                    .map(StepRecord::worker)
                    .ifPresent(workers::add);
        }
        assertThat(workers).as("%s: attempts whose %s stands", when, step).hasSize(1);
    }

    /** One commit whose rows are all there once, and no shard scored again that had been scored. */
    void assertCommittedOnce(long rows) {
        RunId committed = records.committedRun(SmallNight.PIPELINE, SmallNight.SLOT).orElseThrow();
        Manifest manifest = records.manifest(committed).orElseThrow();
        assertThat(manifest.ledger().holds()).as("%s: %s", when, manifest.ledger()).isTrue();
        assertThat(manifest.ledger().input()).as("%s: rows", when).isEqualTo(rows);
        List<String> parts = records.committedParts(SmallNight.PIPELINE, SmallNight.SLOT);
        assertThat(parts)
                .as("%s: committed parts", when)
                .isEqualTo(manifest.parts().stream().map(part -> part.key()).toList());
        List<String> keys = new ArrayList<>();
        for (String part : parts) {
            store.find(part)
                    .orElseThrow()
                    .text()
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .forEach(keys::add);
        }
        assertThat(keys)
                .as("%s: result rows", when)
                .hasSize((int) manifest.ledger().scored())
                .doesNotHaveDuplicates();
        assertScoredOnce();
    }

    private void assertScoredOnce() {
        Map<RunId, BatchPlan> plans = new LinkedHashMap<>();
        Set<String> scoredBefore = new HashSet<>();
        for (RunId run : runs(Machine.SCORING)) {
            Optional<BatchPlan> plan = records.plan(run);
            if (plan.isEmpty()) {
                continue;
            }
            plans.put(run, plan.get());
            for (PlannedShard shard : plan.get().shards()) {
                if (scoredBefore.contains(shard.shard())) {
                    assertThat(shard.reusedFrom())
                            .as("%s: %s reuses shard %s", when, run, shard.number())
                            .isNotNull();
                }
            }
            records.receipts(run).values().stream().map(Receipt::shard).forEach(scoredBefore::add);
        }
        assertThat(plans).as("%s: plans", when).isNotEmpty();
    }

    private List<RunId> runs(Machine machine) {
        List<RunId> runs = new ArrayList<>();
        for (Claim claim : records.claims(SmallNight.PIPELINE, machine, SmallNight.SLOT)) {
            runs.add(claim.run());
        }
        return runs;
    }

    /** How many attempts the slot has seen. */
    int attempts(Machine machine) {
        return store.list(Keys.claims(SmallNight.PIPELINE, machine, SmallNight.SLOT)).size();
    }
}
