package dev.nightjar.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.ClaimRequest;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.Snapshot;
import dev.nightjar.core.night.StartedBy;
import dev.nightjar.core.port.Executions;
import dev.nightjar.core.store.Content;
import dev.nightjar.pipeline.json.DefinitionDigest;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.pipeline.window.Partition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an attempt of a slot. Schedules deliver at least once and name each delivery anew, so the
 * slot alone is the key: whoever creates the next claim works, everybody else is a duplicate. Safe
 * for use by multiple threads.
 */
public final class ClaimSlot {
    private final Wiring wiring;
    private final Records records;

    public ClaimSlot(Wiring wiring) {
        this.wiring = requireNonNull(wiring, "wiring is null");
        this.records = new Records(wiring.store());
    }

    /** Whether the execution goes on. */
    public enum Answer {
        CLAIMED,
        DUPLICATE
    }

    /**
     * The answer.
     *
     * @param run the claimed run, or the one that stands in its place
     */
    public record Response(RunId run, Answer outcome) {}

    /** Claims the slot, or finds it done or being worked on. */
    public Response answer(ClaimRequest request) {
        if (!request.pipeline().equals(request.definition().pipeline())) {
            throw new DefinitionInvalid(
                    "the input is for "
                            + request.pipeline()
                            + ", its definition for "
                            + request.definition().pipeline());
        }
        Inputs.source(request.definition(), request.machine());
        while (true) {
            Optional<Response> response = attempt(request);
            if (response.isPresent()) {
                return response.get();
            }
        }
    }

    private Optional<Response> attempt(ClaimRequest request) {
        List<Claim> claims = records.claims(request.pipeline(), request.machine(), request.slot());
        for (Claim claim : claims) {
            if (claim.execution().equals(request.task().execution())) {
                return Optional.of(takeUp(request, claim));
            }
        }
        Optional<OutcomeRecord> done = done(claims);
        StartedBy startedBy = startedBy(request, claims);
        if (done.isPresent() && !asksAgain(request, startedBy, done.get())) {
            return Optional.of(new Response(done.get().run(), Answer.DUPLICATE));
        }
        if (!claims.isEmpty() && stillRuns(claims.getLast())) {
            return Optional.of(new Response(claims.getLast().run(), Answer.DUPLICATE));
        }
        return create(request, claims.size(), startedBy).map(claim -> takeUp(request, claim));
    }

    /** Done is asked of every attempt: the newest may have failed after an older one had ended. */
    private Optional<OutcomeRecord> done(List<Claim> claims) {
        for (Claim claim : claims.reversed()) {
            Optional<OutcomeRecord> outcome = records.outcome(claim.run());
            if (outcome.isPresent()) {
                return outcome;
            }
        }
        return Optional.empty();
    }

    private boolean stillRuns(Claim claim) {
        return records.outcome(claim.run()).isEmpty()
                && wiring.executions().state(claim.execution()) == Executions.State.RUNNING;
    }

    private static StartedBy startedBy(ClaimRequest request, List<Claim> claims) {
        String delivery = request.schedulerExecution();
        boolean fresh =
                delivery != null
                        && claims.stream()
                                .noneMatch(claim -> delivery.equals(claim.schedulerExecution()));
        return fresh ? StartedBy.SCHEDULE : StartedBy.PERSON;
    }

    private boolean asksAgain(ClaimRequest request, StartedBy startedBy, OutcomeRecord done) {
        if (request.rerun() != null || Boolean.TRUE.equals(request.release())) {
            return true;
        }
        if (startedBy == StartedBy.SCHEDULE) {
            return false;
        }
        if (request.model() != null && !request.model().equals(done.model())) {
            return true;
        }
        Optional<RunRecord> run = records.run(done.run());
        if (run.isEmpty()) {
            return true;
        }
        return !run.get().definitionDigest().equals(DefinitionDigest.of(request.definition()))
                || !inputs(request).equals(inputsOf(done.run()).orElse(""));
    }

    private String inputs(ClaimRequest request) {
        return Inputs.list(
                        request.definition(),
                        request.machine(),
                        request.slot(),
                        wiring.data().apply(DataRoot.of(request.definition())))
                .digest();
    }

    private Optional<String> inputsOf(RunId run) {
        return run.machine() == Machine.TRAINING
                ? records.step(run, "PrepareData", Snapshot.class)
                        .map(record -> record.made().inputsDigest())
                : records.plan(run).map(BatchPlan::inputsDigest);
    }

    private Optional<Claim> create(ClaimRequest request, int attempts, StartedBy startedBy) {
        RunId run = new RunId(request.pipeline(), request.slot(), request.machine(), attempts + 1);
        Claim claim =
                new Claim(
                        run,
                        request.task().execution(),
                        startedBy,
                        request.schedulerExecution(),
                        wiring.clock().instant());
        return wiring.store()
                .create(Keys.claim(run), Content.of(Json.pretty(claim)))
                .map(created -> claim);
    }

    private Response takeUp(ClaimRequest request, Claim claim) {
        RunRecord record =
                new RunRecord(
                        claim.run(),
                        claim.execution(),
                        claim.startedBy(),
                        claim.at(),
                        request.definition(),
                        DefinitionDigest.of(request.definition()),
                        Inputs.partitions(request.definition(), request.machine(), request.slot())
                                .stream()
                                .map(Partition::path)
                                .toList(),
                        request.set() == null ? Map.of() : request.set(),
                        request.rerun(),
                        Boolean.TRUE.equals(request.release()),
                        request.model());
        records.create(Keys.runRecord(claim.run()), record, RunRecord.class);
        return new Response(claim.run(), Answer.CLAIMED);
    }
}
