package dev.nightjar.run;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.definition.ServiceLevel;
import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.FailureRequest;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;

import java.util.Map;
import java.util.Optional;

/**
 * Failures of runs: one record and one announcement for each try of an execution, whoever tells of
 * it first. Safe for use by multiple threads.
 */
final class RunFailures {
    private final Wiring wiring;
    private final ObjectStore store;
    private final Records records;
    private final Announcements announcements;

    RunFailures(Wiring wiring, Records records, Announcements announcements) {
        this.wiring = wiring;
        this.store = wiring.store();
        this.records = records;
        this.announcements = announcements;
    }

    /** Records the failure, unless one of the same try stands; tells people, unless they know. */
    void record(RunId run, FailureRequest request) {
        int number = request.task().redrive() + 1;
        String key =
                standing(run, number)
                        .orElseGet(() -> Keys.failure(run, stepAndItem(request), number));
        FailureRecord record = records.create(key, failure(run, request), FailureRecord.class);
        Map<String, String> facts =
                FailureFacts.of(record, store.address(key), request.task().execution(), store);
        String subject = "FAILED " + run + " at " + record.state();
        announcements.once(
                Keys.announcement(run, name(key)), level(run, record.state()), subject, facts);
    }

    /** Only a failure outside of Maps ends an execution. */
    private Optional<String> standing(RunId run, int number) {
        String end = "-" + number + ".json";
        return store.list(Keys.failures(run)).stream()
                .map(ObjectHead::key)
                .filter(key -> key.endsWith(end))
                .filter(key -> records.find(key, FailureRecord.class).orElseThrow().item() == null)
                .findFirst();
    }

    private static String stepAndItem(FailureRequest request) {
        return request.item() == null ? request.state() : request.state() + "-" + request.item();
    }

    private static String name(String key) {
        return key.substring(key.lastIndexOf('/') + 1, key.length() - ".json".length());
    }

    private FailureRecord failure(RunId run, FailureRequest request) {
        FailureMeaning meaning = FailureMeaning.of(request);
        return new FailureRecord(
                run,
                run.attempt(),
                request.state(),
                request.item(),
                meaning.error(),
                meaning.errorClass(),
                meaning.cause(),
                meaning.component(),
                Keys.runRecord(run),
                wiring.logs().of(run),
                wiring.clock().instant());
    }

    private ServiceLevel level(RunId run, String state) {
        return records.run(run)
                .map(RunRecord::definition)
                .map(definition -> definition.service().level(run.machine().phase(state)))
                .orElse(ServiceLevel.LOW);
    }
}
