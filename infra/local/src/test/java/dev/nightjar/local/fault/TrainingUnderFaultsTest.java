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
class TrainingUnderFaultsTest extends MachineUnderFaults {
    @TempDir private static Path folder;

    private static TinyLoans loans = new TinyLoans(Path.of(""));

    private static StoredObjects undisturbed = new StoredObjects(new TreeMap<>(), List.of());

    TrainingUnderFaultsTest() {
        super("PrepareData");
    }

    @BeforeAll
    static void playAnUndisturbedNight() throws InterruptedException {
        loans = TinyLoans.in(folder.resolve("loans"));
        FaultyNight night = new FaultyNight(loans, folder.resolve("undisturbed"));
        assertThat(night.play(Machine.TRAINING, List.of()).outcome()).isEqualTo("RELEASED");
        undisturbed = StoredObjects.in(night.store());
    }

    @Override
    void check(Promise promise, TaskFault fault, String state, Fault... before)
            throws InterruptedException {
        FaultyNight night = new FaultyNight(loans, folder.resolve(state + "-" + fault));
        List<Fault> faults = new ArrayList<>(List.of(before));
        faults.add(fault.at(state));
        promise.check(Machine.TRAINING, night.play(Machine.TRAINING, faults));
        new Morning(Machine.TRAINING, night, undisturbed).check(promise);
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
        check(standsOrFailsAt("ReleaseModel", fault), fault, "ReleaseModel");
    }
}
