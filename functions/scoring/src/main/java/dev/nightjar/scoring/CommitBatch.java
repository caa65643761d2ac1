package dev.nightjar.scoring;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.error.Conflict;
import dev.nightjar.core.error.LedgerBroken;
import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Ledger;
import dev.nightjar.core.night.Manifest;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.night.Receipt;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.StepRequest;
import dev.nightjar.core.night.StoredPart;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.core.store.StoredObject;
import dev.nightjar.pipeline.json.Digests;
import dev.nightjar.run.Claims;
import dev.nightjar.run.Records;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks the account once more, against the parts as they lie there, and publishes all of them by
 * one write. Safe for use by multiple threads and processes.
 */
public final class CommitBatch {
    private final Wiring wiring;
    private final ObjectStore store;
    private final Records records;
    private final Claims claims;

    public CommitBatch(Wiring wiring) {
        this.wiring = requireNonNull(wiring, "wiring is null");
        this.store = wiring.store();
        this.records = new Records(store);
        this.claims = new Claims(records);
    }

    /** Nothing to say. */
    public record Response() {}

    /**
     * Publishes the batch, unless the attempt has done so.
     *
     * @throws LedgerBroken when rows or parts do not add up; nothing is published
     * @throws Conflict when a newer attempt of the slot is at work or has committed
     */
    public Response answer(StepRequest request) {
        RunId run = records.requireRun(request.run()).run();
        Manifest manifest = manifest(run);
        publish(manifest);
        records.createOutcome(
                new OutcomeRecord(
                        run, Outcome.COMMITTED, manifest.model(), wiring.clock().instant()));
        return new Response();
    }

    /** What is published. Until it is, the account is checked again at every try. */
    private Manifest manifest(RunId run) {
        Optional<Manifest> standing = records.manifest(run);
        if (standing.isPresent()
                && isMine(store.find(Keys.symlink(run.pipeline(), run.slot())), run)) {
            return standing.get();
        }
        BatchPlan plan = records.plan(run).orElseThrow();
        ReceiptBook book = new ReceiptBook(store, records, plan);
        TallyBatch.refuseUnfit(book);
        Ledger ledger = book.ledger();
        if (!book.missing().isEmpty() || !ledger.holds()) {
            throw new LedgerBroken(
                    ledger + " rows; shards without a receipt: " + book.missing().size());
        }
        refuseChangedParts(plan, book);
        return standing.orElseGet(
                () ->
                        records.create(
                                Keys.manifest(run), manifest(plan, book, ledger), Manifest.class));
    }

    private Manifest manifest(BatchPlan plan, ReceiptBook book, Ledger ledger) {
        List<StoredPart> parts = new ArrayList<>();
        parts.add(firstPart(plan.run()));
        List<StoredPart> quarantine = new ArrayList<>();
        SortedMap<String, Long> byRule = new TreeMap<>();
        for (Receipt receipt : book.receipts().values()) {
            parts.add(receipt.part());
            if (receipt.quarantine() != null) {
                quarantine.add(receipt.quarantine());
            }
            receipt.byRule().forEach((rule, rows) -> byRule.merge(rule, rows, Long::sum));
        }
        int reused =
                (int)
                        plan.shards().stream()
                                .map(PlannedShard::reusedFrom)
                                .filter(Objects::nonNull)
                                .count();
        Instant deadline = plan.deadline();
        return new Manifest(
                plan.run(),
                plan.model(),
                plan.predictedAt(),
                ledger,
                plan.shards().size(),
                plan.shards().size() - reused,
                reused,
                parts,
                quarantine,
                byRule,
                deadline,
                deadline == null
                        ? null
                        : Duration.between(wiring.clock().instant(), deadline).toMillis() / 1e3);
    }

    /** The empty part that says who committed, so that no two commits have the same content. */
    private StoredPart firstPart(RunId run) {
        String key = Keys.firstPart(run);
        byte[] nothing = {};
        store.create(key, Content.of(nothing));
        ObjectHead head = store.head(key).orElseThrow();
        return new StoredPart(key, head.etag(), head.size(), Digests.sha256Hex(nothing));
    }

    private void refuseChangedParts(BatchPlan plan, ReceiptBook book) {
        Map<Integer, Map<String, ObjectHead>> listed = new TreeMap<>();
        for (PlannedShard shard : plan.shards()) {
            RunId run = plan.receiptRun(shard);
            Map<String, ObjectHead> heads =
                    listed.computeIfAbsent(run.attempt(), attempt -> heads(run));
            Receipt receipt = requireNonNull(book.receipts().get(shard.number()));
            refuseChanged(heads, receipt.part());
            if (receipt.quarantine() != null) {
                refuseChanged(heads, receipt.quarantine());
            }
        }
    }

    private Map<String, ObjectHead> heads(RunId run) {
        return store.list(Keys.batch(run)).stream()
                .collect(Collectors.toMap(ObjectHead::key, Function.identity()));
    }

    private void refuseChanged(Map<String, ObjectHead> heads, StoredPart part) {
        ObjectHead head = heads.get(part.key());
        if (head == null) {
            throw new LedgerBroken(store.address(part.key()) + " is missing");
        }
        if (!head.etag().equals(part.etag()) || head.size() != part.size()) {
            throw new LedgerBroken(
                    store.address(part.key())
                            + " was changed after it was scored: "
                            + head.size()
                            + " bytes with ETag "
                            + head.etag()
                            + ", its receipt says "
                            + part.size()
                            + " bytes with ETag "
                            + part.etag());
        }
    }

    private void publish(Manifest manifest) {
        RunId run = manifest.run();
        String key = Keys.symlink(run.pipeline(), run.slot());
        String lines =
                manifest.parts().stream()
                        .map(part -> part.key() + "\n")
                        .collect(Collectors.joining());
        while (true) {
            Optional<StoredObject> standing = store.find(key);
            if (isMine(standing, run)) {
                return;
            }
            Optional<Claim> newer = claims.newerThan(run);
            if (newer.isPresent()) {
                if (isMine(store.find(key), run)) {
                    return;
                }
                throw new Conflict(
                        run + " may not commit any more: " + newer.get().run() + " is newer");
            }
            boolean written =
                    standing.isEmpty()
                            ? store.create(key, Content.of(lines)).isPresent()
                            : store.replace(key, Content.of(lines), standing.get().head().etag())
                                    .isPresent();
            if (written) {
                return;
            }
        }
    }

    private static boolean isMine(Optional<StoredObject> symlink, RunId run) {
        return symlink.isPresent()
                && symlink.get()
                        .text()
                        .lines()
                        .findFirst()
                        .equals(Optional.of(Keys.firstPart(run)));
    }
}
