package dev.nightjar.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.fault.Fault;
import dev.nightjar.core.night.Machine;
import dev.nightjar.local.TinyLoans;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** {@code training.asl.json}: a night for each task and fault, and the morning after. */
class TrainingUnderFaultsTest {
    @TempDir private static Path folder;

    private static TinyLoans loans = new TinyLoans(Path.of(""));

    private static StoredObjects undisturbed = new StoredObjects(new TreeMap<>(), List.of());

    @BeforeAll
    static void playAnUndisturbedNight() throws InterruptedException {
        loans = TinyLoans.in(folder.resolve("loans"));
        FaultyNight night = new FaultyNight(loans, folder.resolve("undisturbed"));
        assertThat(night.play(Machine.TRAINING, List.of()).outcome()).isEqualTo("RELEASED");
        undisturbed = StoredObjects.in(night.store());
    }

    private static void check(Promise promise, TaskFault fault, String state, Fault... before)
            throws InterruptedException {
        FaultyNight night = new FaultyNight(loans, folder.resolve(state + "-" + fault));
        List<Fault> faults = new ArrayList<>(List.of(before));
        faults.add(fault.at(state));
        promise.check(Machine.TRAINING, night.play(Machine.TRAINING, faults));
        new Morning(Machine.TRAINING, night, undisturbed).check(promise);
    }

    private static Promise failsAt(String state, TaskFault fault) {
        return fault.heals() ? Promise.done() : new Promise.Fails(state, fault.error());
    }

    @ParameterizedTest
    @EnumSource
    void claimSlot(TaskFault fault) throws InterruptedException {
        boolean claimed = fault.doesTheWork() && !fault.isUnfit();
        check(
                claimed ? failsAt("ClaimSlot", fault) : new Promise.FailsUnclaimed(fault.error()),
                fault,
                "ClaimSlot");
    }

    @ParameterizedTest
    @EnumSource
    void prepareData(TaskFault fault) throws InterruptedException {
        check(failsAt("PrepareData", fault), fault, "PrepareData");
    }

    @ParameterizedTest
    @EnumSource
    void trainCandidateFailsItsMap(TaskFault fault) throws InterruptedException {
        check(failsAt("TrainCandidates", fault), fault, "TrainCandidate");
    }

    @ParameterizedTest
    @EnumSource
    void evaluateCandidates(TaskFault fault) throws InterruptedException {
        check(failsAt("EvaluateCandidates", fault), fault, "EvaluateCandidates");
    }

    @ParameterizedTest
    @EnumSource
    void buildBundle(TaskFault fault) throws InterruptedException {
        check(failsAt("BuildBundle", fault), fault, "BuildBundle");
    }

    @ParameterizedTest
    @EnumSource
    void releaseModelThatHasReleasedStands(TaskFault fault) throws InterruptedException {
        check(
                fault.doesTheWork() && !fault.heals()
                        ? new Promise.Stands(fault.isUnfit())
                        : failsAt("ReleaseModel", fault),
                fault,
                "ReleaseModel");
    }

    @ParameterizedTest
    @EnumSource
    void publishReportNeverFailsANight(TaskFault fault) throws InterruptedException {
        check(Promise.done(), fault, "PublishReport");
    }

    @ParameterizedTest
    @EnumSource
    void announceOutcomeNeverFailsANight(TaskFault fault) throws InterruptedException {
        boolean heard = fault.doesTheWork();
        check(new Promise.Done(heard ? 1 : 0, heard ? 4 : 0), fault, "AnnounceOutcome");
    }

    @ParameterizedTest
    @EnumSource
    void recordFailureLosesNoFailureAndTellsOnce(TaskFault fault) throws InterruptedException {
        check(
                new Promise.Fails("PrepareData", "DataUnfit"),
                fault,
                "RecordFailure",
                TaskFault.UNFIT_BEFORE.at("PrepareData"));
    }
}
