package dev.nightjar.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.fault.Effect;
import dev.nightjar.asl.fault.Fault;
import dev.nightjar.asl.fault.Target;
import dev.nightjar.core.night.Machine;
import dev.nightjar.local.TinyLoans;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code scoring.asl.json}: after one training for all a night for each task and fault, and the
 * morning after.
 */
class ScoringUnderFaultsTest extends MachineUnderFaults {
    private static final Fault ONE_SHARD_IS_LEFT =
            new Fault(
                    Target.every("ScoreShard").withItem(0),
                    new Effect.FailBefore("Made.Up", "so that one shard is left"));

    @TempDir private static Path folder;

    private static TinyLoans loans = new TinyLoans(Path.of(""));

    private static StoredObjects undisturbed = new StoredObjects(new TreeMap<>(), List.of());
    private static StoredObjects rescored = undisturbed;

    ScoringUnderFaultsTest() {
        super("PlanBatch");
    }

    @BeforeAll
    static void playUndisturbedNights() throws IOException, InterruptedException {
        loans = TinyLoans.in(folder.resolve("loans"));
        FaultyNight night = new FaultyNight(loans, folder.resolve("trained"));
        assertThat(night.play(Machine.TRAINING, List.of()).outcome()).isEqualTo("RELEASED");
        undisturbed = committed("undisturbed");
        rescored = committed("rescored", ONE_SHARD_IS_LEFT);
    }

    private static StoredObjects committed(String name, Fault... faults)
            throws IOException, InterruptedException {
        FaultyNight night = new FaultyNight(loans, folder.resolve(name));
        copy(folder.resolve("trained"), night.store());
        assertThat(night.play(Machine.SCORING, List.of(faults)).outcome()).isEqualTo("COMMITTED");
        return StoredObjects.in(night.store());
    }

    @Override
    void check(Promise promise, TaskFault fault, String state, Fault... before)
            throws IOException, InterruptedException {
        FaultyNight night = new FaultyNight(loans, folder.resolve(state + "-" + fault));
        copy(folder.resolve("trained"), night.store());
        List<Fault> faults = new ArrayList<>(List.of(before));
        faults.add(fault.at(state));
        promise.check(Machine.SCORING, night.play(Machine.SCORING, faults));
        StoredObjects expected = faults.contains(ONE_SHARD_IS_LEFT) ? rescored : undisturbed;
        new Morning(Machine.SCORING, night, expected).check(promise);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void planBatch(TaskFault fault) throws Exception {
        check(failsAt("PlanBatch", fault), fault, "PlanBatch");
    }

    @ParameterizedTest
    @EnumSource
    void scoreShardIsTriedOnceMore(TaskFault fault) throws Exception {
        check(Promise.done(), fault, "ScoreShard");
    }

    @ParameterizedTest
    @EnumSource
    void tallyBatch(TaskFault fault) throws Exception {
        check(failsAt("TallyBatch", fault), fault, "TallyBatch");
    }

    @ParameterizedTest
    @EnumSource
    void rescoreShardFailsItsMapUnlessItsDataAreUnfit(TaskFault fault) throws Exception {
        check(promiseOfRescoreShard(fault), fault, "RescoreShard", ONE_SHARD_IS_LEFT);
    }

    private static Promise promiseOfRescoreShard(TaskFault fault) {
        if (fault.heals() || fault == TaskFault.UNFIT_AFTER) {
            return Promise.done();
        }
        // Only the step itself could have written down which shard is unfit, and it was not called.
        return fault == TaskFault.UNFIT_BEFORE
                ? new Promise.Fails("CommitBatch", "LedgerBroken")
                : new Promise.Fails("RescoreShards", "States.ExceedToleratedFailureThreshold");
    }

    @ParameterizedTest
    @EnumSource
    void commitBatchThatHasCommittedStands(TaskFault fault) throws Exception {
        check(standsOrFailsAt("CommitBatch", fault), fault, "CommitBatch");
    }
}
