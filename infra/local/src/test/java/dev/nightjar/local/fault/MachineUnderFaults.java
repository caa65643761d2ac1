package dev.nightjar.local.fault;

import dev.nightjar.asl.fault.Fault;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What both machines promise: of the states that they share, and of a deed that was done. */
abstract class MachineUnderFaults {
    private final String firstStep;

    /**
     * Tests of a machine.
     *
     * @param firstStep the state after ClaimSlot
     */
    MachineUnderFaults(String firstStep) {
        this.firstStep = firstStep;
    }

    /** Plays a night with the fault at the state, and the morning after. */
    abstract void check(Promise promise, TaskFault fault, String state, Fault... before)
            throws Exception;

    static Promise failsAt(String state, TaskFault fault) {
        return fault.heals() ? Promise.done() : new Promise.Fails(state, fault.error());
    }

    /** Of a state whose deed stands once it was done, whatever the machine hears of it. */
    static Promise standsOrFailsAt(String state, TaskFault fault) {
        return fault.doesTheWork() && !fault.heals()
                ? new Promise.Stands(fault.isUnfit())
                : failsAt(state, fault);
    }

    @ParameterizedTest
    @EnumSource
    void claimSlot(TaskFault fault) throws Exception {
        boolean claimed = fault.doesTheWork() && !fault.isUnfit();
        check(
                claimed ? failsAt("ClaimSlot", fault) : new Promise.FailsUnclaimed(fault.error()),
                fault,
                "ClaimSlot");
    }

    @ParameterizedTest
    @EnumSource
    void publishReportNeverFailsANight(TaskFault fault) throws Exception {
        check(Promise.done(), fault, "PublishReport");
    }

    @ParameterizedTest
    @EnumSource
    void announceOutcomeNeverFailsANight(TaskFault fault) throws Exception {
        boolean heard = fault.doesTheWork();
        check(new Promise.Done(heard ? 1 : 0, heard ? 4 : 0), fault, "AnnounceOutcome");
    }

    @ParameterizedTest
    @EnumSource
    void recordFailureLosesNoFailureAndTellsOnce(TaskFault fault) throws Exception {
        check(
                new Promise.Fails(firstStep, "DataUnfit"),
                fault,
                "RecordFailure",
                TaskFault.UNFIT_BEFORE.at(firstStep));
    }
}
