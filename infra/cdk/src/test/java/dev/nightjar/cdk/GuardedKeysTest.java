package dev.nightjar.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/** The bucket's patterns over the very keys that functions write. */
final class GuardedKeysTest {
    private static final Slot SLOT = Slot.parse("20261102T0100Z");
    private static final RunId TRAINING = new RunId("loans", SLOT, Machine.TRAINING, 1);
    private static final RunId SCORING = new RunId("loans", SLOT, Machine.SCORING, 12);
    private static final String SHARD = "5b1f0c";

    static List<String> decisive() {
        return List.of(
                Keys.serving("loans"),
                Keys.journal("loans", 7),
                Keys.claim(TRAINING),
                Keys.claim(SCORING),
                Keys.receipt(SCORING, SHARD),
                Keys.manifest(SCORING),
                Keys.outcome(TRAINING),
                Keys.outcome(SCORING),
                Keys.symlink("loans", SLOT));
    }

    static List<String> others() {
        return List.of(
                Keys.runRecord(TRAINING),
                Keys.step(TRAINING, "PrepareData"),
                Keys.failure(SCORING, "ScoreShard-5", 1),
                Keys.reportHtml(SCORING),
                Keys.reportJson(SCORING),
                Keys.candidate(TRAINING, 0, "a1b2"),
                Keys.compiledCandidate(TRAINING, 0, "a1b2"),
                Keys.snapshot(TRAINING, "a1b2") + "training.csv.gz",
                Keys.modelNumber("loans", 3),
                Keys.bundle("loans", "1.0.3-20261102.1") + "model.bin",
                Keys.plan(SCORING),
                Keys.shards(SCORING),
                Keys.rescore(SCORING),
                Keys.part(SCORING, SHARD, "a1b2"),
                Keys.firstPart(SCORING),
                Keys.shardQuarantine(SCORING, SHARD, "a1b2"),
                "data/loans/applications/dt=2026-11-02/part-1.csv.gz");
    }

    @ParameterizedTest
    @MethodSource("decisive")
    void areThoseOfPointerJournalClaimsReceiptsManifestOutcomeAndSymlink(String key) {
        assertThat(GuardedKeys.PATTERNS).anyMatch(pattern -> KeyPatterns.holds(pattern, key));
    }

    @ParameterizedTest
    @MethodSource("others")
    void areNoOthers(String key) {
        assertThat(GuardedKeys.PATTERNS).noneMatch(pattern -> KeyPatterns.holds(pattern, key));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void areAllWritten(String pattern) {
        assertThat(decisive()).anyMatch(key -> KeyPatterns.holds(pattern, key));
    }

    static List<String> patterns() {
        return GuardedKeys.PATTERNS;
    }
}
