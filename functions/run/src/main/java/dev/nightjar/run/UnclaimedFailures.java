package dev.nightjar.run;

import dev.nightjar.aws.Wiring;
import dev.nightjar.aws.states.ExecutionArn;
import dev.nightjar.core.definition.Phase;
import dev.nightjar.core.night.FailureRequest;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.UnclaimedFailure;
import dev.nightjar.core.store.ObjectStore;

import java.util.Map;
import java.util.Optional;

/**
 * Failures of executions that claimed no slot, so that there is no run to record them of: one
 * record and one announcement for each try. Safe for use by multiple threads.
 */
final class UnclaimedFailures {
    private final Wiring wiring;
    private final ObjectStore store;
    private final Records records;
    private final Announcements announcements;

    UnclaimedFailures(Wiring wiring, Announcements announcements) {
        this.wiring = wiring;
        this.store = wiring.store();
        this.records = new Records(store);
        this.announcements = announcements;
    }

    /** Records the failure and tells people, unless that has been done. */
    void record(FailureRequest request, StartInput input) {
        String execution = request.task().execution();
        int number = request.task().redrive() + 1;
        String pipeline = input.pipeline().orElse(Keys.NO_PIPELINE);
        Optional<Machine> ofMachine = ExecutionArn.parse(execution).flatMap(ExecutionArn::machine);
        String machine = ofMachine.map(Object::toString).orElse("unknown");
        String name = execution.substring(execution.lastIndexOf(':') + 1);
        String key = Keys.unclaimedFailure(pipeline, machine, name, number);
        UnclaimedFailure record =
                records.create(key, failure(request, input), UnclaimedFailure.class);
        Phase phase = ofMachine.map(each -> each.phase(record.state())).orElse(null);
        Map<String, String> facts =
                FailureFacts.of(record, pipeline, phase, store.address(key), store);
        announcements.once(
                Keys.unclaimedAnnouncement(pipeline, machine, name, number),
                input.level(phase),
                "FAILED no slot was claimed at " + record.state(),
                facts);
    }

    private UnclaimedFailure failure(FailureRequest request, StartInput input) {
        FailureMeaning meaning = FailureMeaning.of(request);
        return new UnclaimedFailure(
                request.task().execution(),
                input.slotText().orElse(null),
                request.state(),
                meaning.error(),
                meaning.errorClass(),
                meaning.cause(),
                meaning.component(),
                wiring.clock().instant());
    }
}
