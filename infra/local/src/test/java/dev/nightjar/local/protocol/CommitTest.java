package dev.nightjar.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.error.Conflict;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.night.Manifest;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.StoredPart;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rules 8 and 16 to 18: how a batch is published. */
final class CommitTest {
    private static final String SYMLINK = "/symlink.txt";

    @TempDir private static Path folder;

    private static Workshop scored;

    private Workshop workshop;
    private Attempt older;

    @BeforeAll
    static void scoreOnce() {
        scored = Workshop.withModel(folder);
        scored.claim(Order.scoring("a")).tallied();
    }

    @BeforeEach
    void copy() {
        workshop = scored.copy();
        older = new Attempt(workshop, workshop.store(), Workshop.scoring(1), "a");
    }

    @Test
    void firstLineOfTheSymlinkIsAPartOfTheCommittingAttempt() {
        older.commit();

        assertThat(firstLine()).isEqualTo("loans/batches/" + Workshop.SLOT + "/0001/parts/0.csv");
    }

    @Test
    void firstPartIsEmpty() {
        older.commit();

        assertThat(workshop.find(firstLine())).contains("");
    }

    @Test
    void nextAttemptThatReusesEverythingPublishesOtherBytes() {
        older.commit();
        String before = workshop.symlink();
        workshop.claim(Order.scoring("b").again("partial")).publish();

        assertThat(workshop.symlink()).isNotEqualTo(before);
    }

    @Test
    void nextAttemptThatReusesEverythingNamesTheSameRows() {
        older.commit();
        List<String> before = workshop.symlink().lines().skip(1).toList();
        workshop.claim(Order.scoring("b").again("partial")).publish();

        assertThat(workshop.symlink().lines().skip(1)).containsExactlyElementsOf(before);
    }

    @Test
    void symlinkFollowsTheManifestThatStands() {
        older.commit();
        String key = "loans/batches/" + Workshop.SLOT + "/0001/manifest.json";
        Manifest made = Json.read(workshop.find(key).orElseThrow(), Manifest.class);
        List<StoredPart> turned = new ArrayList<>(made.parts().subList(1, made.parts().size()));
        Collections.reverse(turned);
        turned.addFirst(made.parts().getFirst());
        workshop.store().put(key, Content.of(Json.pretty(with(made, turned))));
        workshop.store().delete("loans/results/slot=" + Workshop.SLOT + SYMLINK);

        older.commit();

        assertThat(workshop.symlink().lines())
                .containsExactlyElementsOf(turned.stream().map(StoredPart::key).toList());
    }

    @Test
    void commitGivenTwiceIsDoneOnce() {
        older.commit();
        List<ObjectHead> before = workshop.heads("");
        older.commit();

        assertThat(workshop.heads("")).isEqualTo(before);
    }

    @Test
    void commitGivenTwiceDoesNotWriteTheSymlinkAgain() {
        older.commit();
        List<String> written = new ArrayList<>();
        ObjectStore listening =
                Interruption.told(
                        workshop.store(),
                        call -> {
                            if (call.fits("replace", SYMLINK) || call.fits("create", SYMLINK)) {
                                written.add(call.verb());
                            }
                        });
        older.on(listening).commit();

        assertThat(written).isEmpty();
    }

    @Test
    void newerClaimStopsTheCommit() {
        workshop.claim(Order.scoring("b"));

        assertThatThrownBy(older::commit)
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(Workshop.scoring(2).toString());
    }

    @Test
    void newerClaimLeavesTheSlotUnpublished() {
        workshop.claim(Order.scoring("b"));
        assertThatThrownBy(older::commit).isInstanceOf(Conflict.class);

        assertThat(workshop.symlink()).isEmpty();
    }

    @Test
    void commitBeforeTheNewerClaimStaysDone() {
        older.commit();
        workshop.claim(Order.scoring("b").again("partial"));
        older.commit();

        assertThat(older.outcome()).contains(Outcome.COMMITTED);
    }

    @Test
    void commitOfALateCallThatLandedBeforeTheNewerClaimIsDone() {
        ObjectStore late =
                Interruption.before(
                        workshop.store(),
                        "list",
                        "/slots/",
                        () -> {
                            older.commit();
                            workshop.claim(Order.scoring("b").again("partial"));
                        });
        older.on(late).commit();

        assertThat(older.noted()).contains(Outcome.COMMITTED);
    }

    @Test
    void attemptPausedBeforeItCreatesTheSymlinkEndsInConflict() {
        assertThatThrownBy(older.on(pausedBeforeCreate())::commit)
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(Workshop.scoring(2).toString());
    }

    @Test
    void attemptPausedBeforeItCreatesTheSymlinkLeavesWhatTheNewerPublished() {
        assertThatThrownBy(older.on(pausedBeforeCreate())::commit).isInstanceOf(Conflict.class);

        assertThat(firstLine()).contains("/0002/");
    }

    @Test
    void attemptPausedBeforeItReplacesTheSymlinkEndsInConflict() {
        older.commit();
        Attempt second = second();

        assertThatThrownBy(second.on(pausedBeforeReplace())::commit)
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(Workshop.scoring(3).toString());
    }

    @Test
    void attemptPausedBeforeItReplacesTheSymlinkLeavesEveryByteOfTheNewer() {
        older.commit();
        Attempt second = second();
        List<ObjectHead> published = new ArrayList<>();
        ObjectStore paused =
                Interruption.before(
                        workshop.store(),
                        "replace",
                        SYMLINK,
                        () -> {
                            workshop.claim(Order.scoring("c").again("partial")).publish();
                            published.addAll(results());
                        });
        assertThatThrownBy(second.on(paused)::commit).isInstanceOf(Conflict.class);

        assertThat(results()).isNotEmpty().isEqualTo(published);
    }

    @Test
    void olderAttemptThatEndsInConflictHasNoOutcome() {
        assertThatThrownBy(older.on(pausedBeforeCreate())::commit).isInstanceOf(Conflict.class);

        assertThat(older.outcome()).isEmpty();
    }

    @Test
    void newerAttemptReplacesWhatTheOlderPublished() {
        older.commit();
        workshop.claim(Order.scoring("b").again("partial")).publish();

        assertThat(firstLine()).contains("/0002/");
    }

    @Test
    void dataUnfitAtTheSecondPassIsRecorded() {
        Attempt attempt = halfScored();
        assertThatThrownBy(() -> attempt.rescore(2)).isInstanceOf(DataUnfit.class);

        assertThat(workshop.records().failures(attempt.run()))
                .singleElement()
                .satisfies(failure -> assertThat(failure.item()).isEqualTo(2));
    }

    @Test
    void dataUnfitAtTheSecondPassEndsTheCommit() {
        Attempt attempt = halfScored();
        assertThatThrownBy(() -> attempt.rescore(2)).isInstanceOf(DataUnfit.class);

        assertThatThrownBy(attempt::commit)
                .isInstanceOf(DataUnfit.class)
                .hasMessageContaining("shard 2");
    }

    @Test
    void dataUnfitAtTheSecondPassPublishesNothing() {
        Attempt attempt = halfScored();
        assertThatThrownBy(() -> attempt.rescore(2)).isInstanceOf(DataUnfit.class);
        assertThatThrownBy(attempt::commit).isInstanceOf(DataUnfit.class);

        assertThat(workshop.symlink()).isEmpty();
    }

    /** Everything but shard 2 is scored; its object was replaced behind the plan. */
    private Attempt halfScored() {
        Attempt attempt = workshop.claim(Order.scoring("b").set("limits.badRows=0.5"));
        attempt.plan();
        attempt.score(1);
        attempt.score(3);
        attempt.tally();
        workshop.data("applications/part-2.csv", workshop.data("applications/part-1.csv"));
        return attempt;
    }

    private Attempt second() {
        Attempt second = workshop.claim(Order.scoring("b").again("partial"));
        second.tallied();
        return second;
    }

    private ObjectStore pausedBeforeCreate() {
        return Interruption.before(
                workshop.store(),
                "create",
                SYMLINK,
                () -> workshop.claim(Order.scoring("b")).publish());
    }

    private ObjectStore pausedBeforeReplace() {
        return Interruption.before(
                workshop.store(),
                "replace",
                SYMLINK,
                () -> workshop.claim(Order.scoring("c").again("partial")).publish());
    }

    /** What readers see: the symlink and all parts. */
    private List<ObjectHead> results() {
        return workshop.heads("").stream()
                .filter(head -> head.key().contains("/results/") || head.key().contains("/parts/"))
                .toList();
    }

    private String firstLine() {
        return workshop.symlink().lines().findFirst().orElseThrow();
    }

    private static Manifest with(Manifest manifest, List<StoredPart> parts) {
        return new Manifest(
                manifest.run(),
                manifest.model(),
                manifest.predictedAt(),
                manifest.ledger(),
                manifest.planned(),
                manifest.scored(),
                manifest.reused(),
                parts,
                manifest.quarantine(),
                manifest.byRule(),
                manifest.deadline(),
                manifest.margin());
    }
}
