package dev.nightjar.scoring;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.error.LedgerBroken;
import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Ledger;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.StepRequest;
import dev.nightjar.core.night.Tally;
import dev.nightjar.core.store.Content;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.run.Records;
import dev.nightjar.run.StepRecord;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Accounts for every row and splits what is missing: shards whose data cannot be read end the
 * attempt, all others are scored once more. Safe for use by multiple threads.
 */
public final class TallyBatch {
    private final Wiring wiring;
    private final Records records;

    public TallyBatch(Wiring wiring) {
        this.wiring = requireNonNull(wiring, "wiring is null");
        this.records = new Records(wiring.store());
    }

    /**
     * The answer.
     *
     * @param bucket that holds the list of shards to score once more
     * @param rescoreKey of a bare JSON array of shard numbers
     * @param rescore how many it lists
     * @param outcome {@code RESCORE} or {@code COMMIT}: what comes next
     */
    public record Response(String bucket, String rescoreKey, int rescore, String outcome) {}

    /**
     * Counts.
     *
     * @throws DataUnfit naming the shards that cannot be read, or when too many rows are bad
     * @throws LedgerBroken when the receipts and the plan contradict each other
     */
    public Response answer(StepRequest request) {
        RunRecord run = records.requireRun(request.run());
        BatchPlan plan = records.plan(run.run()).orElseThrow();
        Instant startedAt = wiring.clock().instant();
        ReceiptBook book = new ReceiptBook(wiring.store(), records, plan);
        refuseUnfit(book);
        refuseBad(run, book.ledger());
        Tally counted =
                new Tally(
                        book.ledger(),
                        book.missing().stream().map(PlannedShard::number).toList(),
                        List.of());
        Tally tally =
                records.createStep(
                                new StepRecord<>(
                                        run.run(),
                                        request.task().state(),
                                        run.definitionDigest(),
                                        plan.inputsDigest(),
                                        null,
                                        startedAt,
                                        wiring.clock().instant(),
                                        counted),
                                Tally.class)
                        .made();
        String key = Keys.rescore(run.run());
        wiring.store().put(key, Content.of(Json.bytes(tally.missing())));
        return new Response(
                wiring.store().bucket(),
                wiring.store().keyInBucket(key),
                tally.missing().size(),
                tally.missing().isEmpty() ? "COMMIT" : "RESCORE");
    }

    /**
     * Ends the attempt when a shard cannot be read.
     *
     * @throws DataUnfit naming the shards
     */
    static void refuseUnfit(ReceiptBook book) {
        List<FailureRecord> unfit = book.unfit();
        if (!unfit.isEmpty()) {
            throw new DataUnfit(
                    unfit.stream()
                            .map(
                                    failure ->
                                            "shard "
                                                    + failure.item()
                                                    + " ("
                                                    + failure.input()
                                                    + "): "
                                                    + failure.cause())
                            .distinct()
                            .limit(20)
                            .collect(Collectors.joining("; ")));
        }
    }

    private static void refuseBad(RunRecord run, Ledger ledger) {
        long seen = ledger.scored() + ledger.quarantined();
        double share = seen == 0 ? 0 : (double) ledger.quarantined() / seen;
        double limit = run.definition().limits().badRows();
        if (share > limit) {
            throw new DataUnfit(
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d rows were quarantined (%.1f %%), the limit is %.1f %%"
                                    + " (limits.badRows)",
                            ledger.quarantined(),
                            seen,
                            share * 100,
                            limit * 100));
        }
    }
}
