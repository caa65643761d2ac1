package dev.nightjar.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.LedgerBroken;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Receipt;
import dev.nightjar.core.night.StoredPart;
import dev.nightjar.core.store.Content;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** No row gets lost or doubled on its way to the readers, whoever meddles with the store. */
final class LedgerTest {
    @TempDir private static Path folder;

    private static Workshop scored;

    private Workshop workshop;
    private Attempt attempt;

    @BeforeAll
    static void scoreOnce() {
        scored = Workshop.withModel(folder);
        String text = scored.data("applications/part-1.csv");
        scored.data("applications/part-1.csv", text + "L999999,not a number,30,car\n");
        scored.claim(Order.scoring("a")).score();
    }

    @BeforeEach
    void copy() {
        workshop = scored.copy();
        attempt = new Attempt(workshop, workshop.store(), Workshop.scoring(1), "a");
    }

    @Test
    void accountThatHoldsIsPublished() {
        attempt.tally();
        attempt.commit();

        assertThat(workshop.symlink()).isNotEmpty();
    }

    @Test
    void rowDeletedFromAPartStopsTheCommit() {
        attempt.tally();
        String key = attempt.receipt(2).part().key();
        String text = workshop.find(key).orElseThrow();
        put(key, text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1));

        refusesToCommit("was changed after it was scored");
    }

    @Test
    void partOfTheSameLengthWithOtherBytesStopsTheCommit() {
        attempt.tally();
        String key = attempt.receipt(2).part().key();
        put(key, workshop.find(key).orElseThrow().replace('0', '1'));

        refusesToCommit("was changed after it was scored");
    }

    @Test
    void partChangedAfterTheManifestWasPreparedStopsTheCommit() {
        attempt.tally();
        attempt.commit();
        workshop.store().delete(Keys.symlink("loans", Workshop.scoring(1).slot()));
        String key = attempt.receipt(2).part().key();
        put(key, workshop.find(key).orElseThrow().replace('0', '1'));

        refusesToCommit("was changed after it was scored");
    }

    @Test
    void deletedPartStopsTheCommit() {
        attempt.tally();
        workshop.store().delete(attempt.receipt(3).part().key());

        refusesToCommit("is missing");
    }

    @Test
    void changedQuarantineStopsTheCommit() {
        attempt.tally();
        StoredPart quarantine = requireNonNull(attempt.receipt(1).quarantine());
        put(quarantine.key(), "nothing\n");

        refusesToCommit("was changed after it was scored");
    }

    @Test
    void doubledReceiptStopsTheTally() {
        Receipt second = attempt.receipt(2);
        put(receiptKey("feedfeedfeedfeedfeedfeed"), Json.pretty(second));

        assertThatThrownBy(attempt::tally)
                .isInstanceOf(LedgerBroken.class)
                .hasMessageContaining("belongs to no shard of the plan");
    }

    @Test
    void doubledReceiptStopsTheCommit() {
        attempt.tally();
        put(receiptKey("feedfeedfeedfeedfeedfeed"), Json.pretty(attempt.receipt(2)));

        refusesToCommit("belongs to no shard of the plan");
    }

    @Test
    void receiptOfAnotherShardStopsTheTally() {
        put(receiptKey(attempt.receipt(2).shard()), Json.pretty(attempt.receipt(3)));

        assertThatThrownBy(attempt::tally)
                .isInstanceOf(LedgerBroken.class)
                .hasMessageContaining("is the receipt of shard");
    }

    @Test
    void receiptThatNamesThePartOfAnotherShardStopsTheTally() {
        Receipt second = attempt.receipt(2);
        put(
                receiptKey(second.shard()),
                Json.pretty(with(second, second.scored(), attempt.receipt(3).part())));

        assertThatThrownBy(attempt::tally)
                .isInstanceOf(LedgerBroken.class)
                .hasMessageContaining("names the part of another shard");
    }

    @Test
    void wrongCountStopsTheTally() {
        Receipt second = attempt.receipt(2);
        put(
                receiptKey(second.shard()),
                Json.pretty(with(second, second.scored() - 1, second.part())));

        assertThatThrownBy(attempt::tally)
                .isInstanceOf(LedgerBroken.class)
                .hasMessageContaining("99 rows, the plan counted 100");
    }

    @Test
    void wrongCountStopsTheCommit() {
        attempt.tally();
        Receipt second = attempt.receipt(2);
        put(
                receiptKey(second.shard()),
                Json.pretty(with(second, second.scored() + 1, second.part())));

        refusesToCommit("101 rows, the plan counted 100");
    }

    @Test
    void deletedReceiptStopsTheCommit() {
        attempt.tally();
        workshop.store().delete(receiptKey(attempt.receipt(2).shard()));

        refusesToCommit("shards without a receipt: 1");
    }

    @Test
    void brokenLedgerPublishesNothing() {
        attempt.tally();
        workshop.store().delete(attempt.receipt(3).part().key());
        assertThatThrownBy(attempt::commit).isInstanceOf(LedgerBroken.class);

        assertThat(workshop.keys("/results/")).isEmpty();
    }

    @Test
    void brokenLedgerMakesNoManifest() {
        attempt.tally();
        workshop.store().delete(attempt.receipt(3).part().key());
        assertThatThrownBy(attempt::commit).isInstanceOf(LedgerBroken.class);

        assertThat(workshop.records().manifest(attempt.run())).isEmpty();
    }

    private void refusesToCommit(String why) {
        assertThatThrownBy(attempt::commit)
                .isInstanceOf(LedgerBroken.class)
                .hasMessageContaining(why);
    }

    private void put(String key, String text) {
        workshop.store().put(key, Content.of(text));
    }

    private static String receiptKey(String shard) {
        return "loans/batches/" + Workshop.SLOT + "/0001/receipts/" + shard + ".json";
    }

    private static Receipt with(Receipt receipt, long scored, StoredPart part) {
        return new Receipt(
                receipt.shard(),
                receipt.number(),
                receipt.run(),
                scored,
                receipt.quarantined(),
                part,
                receipt.quarantine(),
                receipt.byRule(),
                receipt.at(),
                receipt.seconds());
    }
}
