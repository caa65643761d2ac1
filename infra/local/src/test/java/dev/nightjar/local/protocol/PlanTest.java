package dev.nightjar.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.night.Receipt;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.pipeline.json.Digests;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rules 6, 8, 13 and 14: what a plan pins, and what a later attempt reuses. */
final class PlanTest {
    private static final String DEADLINE = "scoring.deadline=06:00";

    @TempDir private static Path folder;

    private static Workshop trained;

    private Workshop workshop;

    @BeforeAll
    static void trainOnce() {
        trained = Workshop.withModel(folder);
    }

    @BeforeEach
    void copy() {
        workshop = trained.copy();
    }

    @Test
    void listOfShardsIsMadeOfThePlanThatStands() {
        Attempt attempt = workshop.claim(Order.scoring("a"));
        ObjectStore late =
                Interruption.before(
                        workshop.store(),
                        "create",
                        "/plan.json",
                        () -> {
                            workshop.data(
                                    "applications/part-4.csv",
                                    workshop.data("applications/part-1.csv"));
                            attempt.plan();
                        });
        attempt.on(late).plan();

        assertThat(shardsListed(attempt)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void answerCountsTheShardsOfThePlanThatStands() {
        Attempt attempt = workshop.claim(Order.scoring("a"));
        ObjectStore late =
                Interruption.before(
                        workshop.store(),
                        "create",
                        "/plan.json",
                        () -> {
                            workshop.removeData("applications/part-3.csv");
                            attempt.plan();
                        });

        assertThat(attempt.on(late).plan().shards()).isEqualTo(2);
    }

    @Test
    void sameBytesUnderAnotherKeyAreAnotherShard() {
        workshop.data("applications/part-2.csv", workshop.data("applications/part-1.csv"));
        workshop.data("applications/part-3.csv", workshop.data("applications/part-1.csv"));
        Attempt attempt = workshop.claim(Order.scoring("a"));
        attempt.plan();

        assertThat(ids(attempt)).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void replacedObjectIsAnotherShard() {
        Attempt first = workshop.claim(Order.scoring("a"));
        first.plan();
        String text = workshop.data("applications/part-2.csv");
        workshop.data("applications/part-2.csv", text.replaceFirst("house", "mouse"));
        Attempt next = workshop.claim(Order.scoring("b"));
        next.plan();

        assertThat(ids(next).get(1)).isNotEqualTo(ids(first).get(1));
    }

    @Test
    void otherRangesOfOneObjectAreOtherShards() {
        Attempt attempt = workshop.claim(Order.scoring("a").set("scoring.shards.target=1KB"));
        attempt.plan();

        assertThat(ids(attempt)).doesNotHaveDuplicates().hasSizeGreaterThan(3);
    }

    @Test
    void otherDefinitionIsAnotherShard() {
        Attempt first = workshop.claim(Order.scoring("a"));
        first.plan();
        Attempt next = workshop.claim(Order.scoring("b").set("limits.badRows=0.5"));
        next.plan();

        assertThat(ids(next)).doesNotContainAnyElementsOf(ids(first));
    }

    @Test
    void otherModelIsAnotherShard() {
        String before = workshop.serving().model();
        trainAnother();
        Attempt first = workshop.claim(Order.scoring("a").with(before));
        first.plan();
        Attempt next = workshop.claim(Order.scoring("b").with(workshop.serving().model()));
        next.plan();

        assertThat(ids(next)).doesNotContainAnyElementsOf(ids(first));
    }

    @Test
    void unchangedShardHasTheSameIdInEveryAttempt() {
        Attempt first = workshop.claim(Order.scoring("a"));
        first.plan();
        Attempt next = workshop.claim(Order.scoring("b"));
        next.plan();

        assertThat(ids(next)).isEqualTo(ids(first));
    }

    @Test
    void receiptIsTheFirstWriters() {
        Attempt attempt = workshop.claim(Order.scoring("a"));
        attempt.plan();
        List<String> parts = new ArrayList<>();
        ObjectStore late =
                Interruption.before(
                        workshop.store(),
                        "create",
                        "/receipts/",
                        () -> {
                            attempt.score(1);
                            parts.add(attempt.receipt(1).part().key());
                        });
        attempt.on(late).score(1);

        assertThat(attempt.receipt(1).part().key()).isEqualTo(parts.getFirst());
    }

    @Test
    void partThatAReceiptNamesIsNotWrittenAgain() {
        Attempt attempt = workshop.claim(Order.scoring("a"));
        attempt.plan();
        List<String> written = new ArrayList<>();
        ObjectStore listening =
                Interruption.told(
                        workshop.store(),
                        call -> {
                            if (call.fits("put", "/parts/")) {
                                written.add(call.key());
                            }
                        });
        ObjectStore late =
                Interruption.before(
                        listening, "put", "/parts/", () -> attempt.on(listening).score(1));
        attempt.on(late).score(1);

        assertThat(written).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void receiptNamesItsPartWithTheDigest() {
        Attempt attempt = workshop.claim(Order.scoring("a"));
        attempt.score();
        Receipt receipt = attempt.receipt(1);

        assertThat(Digests.sha256Hex(bytes(receipt.part().key())))
                .isEqualTo(receipt.part().sha256());
    }

    @Test
    void receiptNamesItsQuarantineWithTheDigest() {
        String text = workshop.data("applications/part-1.csv");
        workshop.data("applications/part-1.csv", text + "L999999,not a number,30,car\n");
        Attempt attempt = workshop.claim(Order.scoring("a"));
        attempt.score();

        assertThat(attempt.receipt(1).quarantine())
                .isNotNull()
                .satisfies(
                        part ->
                                assertThat(Digests.sha256Hex(bytes(part.key())))
                                        .isEqualTo(part.sha256()));
    }

    @Test
    void scoredShardIsNotScoredTwice() {
        Attempt attempt = workshop.claim(Order.scoring("a"));
        attempt.score();
        List<String> before = workshop.keys("/parts/");
        attempt.score();

        assertThat(workshop.keys("/parts/")).isEqualTo(before);
    }

    @Test
    void nextAttemptInheritsTheModelOfTheNewestPlan() {
        Attempt first = workshop.claim(Order.scoring("a"));
        first.plan();
        trainAnother();
        Attempt next = workshop.claim(Order.scoring("b"));
        next.plan();

        assertThat(next.batchPlan().model()).isEqualTo(first.batchPlan().model());
    }

    @Test
    void nextAttemptInheritsThePredictionTimeOfTheNewestPlan() {
        Attempt first = workshop.claim(Order.scoring("a"));
        first.plan();
        workshop.moveClock(Duration.ofHours(1));
        Attempt next = workshop.claim(Order.scoring("b"));
        next.plan();

        assertThat(next.batchPlan().predictedAt()).isEqualTo(first.batchPlan().predictedAt());
    }

    @Test
    void nextAttemptReusesWhatWasScored() {
        Attempt first = workshop.claim(Order.scoring("a"));
        first.plan();
        first.score(2);
        Attempt next = workshop.claim(Order.scoring("b"));
        next.plan();

        assertThat(next.planned())
                .extracting(PlannedShard::reusedFrom)
                .containsExactly(null, 1, null);
    }

    @Test
    void reusedShardIsNotListedForScoring() {
        Attempt first = workshop.claim(Order.scoring("a"));
        first.plan();
        first.score(2);
        Attempt next = workshop.claim(Order.scoring("b"));
        next.plan();

        assertThat(shardsListed(next)).containsExactly(1, 3);
    }

    @Test
    void attemptOfAPersonHasNoDeadline() {
        workshop.claim(Order.scoring("a").set(DEADLINE).bySchedule("delivery")).plan();
        Attempt next = workshop.claim(Order.scoring("b").set(DEADLINE));
        next.plan();

        assertThat(next.batchPlan().deadline()).isNull();
    }

    @Test
    void attemptByScheduleInheritsTheDeadline() {
        Attempt first = workshop.claim(Order.scoring("a").set(DEADLINE).bySchedule("delivery"));
        first.plan();
        Attempt next = workshop.claim(Order.scoring("b").set(DEADLINE).bySchedule("another"));
        next.plan();

        assertThat(next.batchPlan().deadline()).isNotNull().isEqualTo(first.batchPlan().deadline());
    }

    private void trainAnother() {
        workshop.claim(Order.training("t").at(Workshop.NEXT).set("training.candidates.0.epochs=3"))
                .train();
    }

    private static List<String> ids(Attempt attempt) {
        BatchPlan plan = attempt.batchPlan();
        return plan.shards().stream().map(PlannedShard::shard).toList();
    }

    private List<Integer> shardsListed(Attempt attempt) {
        String key =
                "loans/batches/%s/%04d/shards.json"
                        .formatted(Workshop.SLOT, attempt.run().attempt());
        return List.of(Json.read(bytes(key), Integer[].class));
    }

    private byte[] bytes(String key) {
        return workshop.store().find(key).orElseThrow().bytes();
    }
}
