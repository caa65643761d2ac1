package dev.nightjar.core.night;

import java.util.Locale;

/**
 * The keys of the store, all of them. Numbers are zero-padded, because LIST sorts by bytes. Keys
 * are relative to the store, so that a moved folder still reads.
 */
public final class Keys {
    /**
     * Stands for the pipeline where it cannot be told for which an execution was; no pipeline can
     * be so named.
     */
    public static final String NO_PIPELINE = "no_pipeline";

    private Keys() {}

    /** Prefix of the claims of a slot. */
    public static String claims(String pipeline, Machine machine, Slot slot) {
        return pipeline + "/slots/" + machine + "/" + slot + "/";
    }

    /** Claim of one attempt. */
    public static String claim(RunId run) {
        return claims(run.pipeline(), run.machine(), run.slot()) + number(run.attempt()) + ".json";
    }

    /** Prefix of all that belongs to one run. */
    public static String run(RunId run) {
        return run.pipeline() + "/runs/" + run + "/";
    }

    public static String runRecord(RunId run) {
        return run(run) + "run.json";
    }

    /** What a step made; the item is empty, {@code -<item>} or {@code -<round>}. */
    public static String step(RunId run, String step) {
        return run(run) + "steps/" + step + ".json";
    }

    public static String step(RunId run, String step, int item) {
        return step(run, step + "-" + item);
    }

    public static String failures(RunId run) {
        return run(run) + "failures/";
    }

    /** A failure record; {@code number} is the redrive count plus one. */
    public static String failure(RunId run, String stepAndItem, int number) {
        return failures(run) + stepAndItem + "-" + number + ".json";
    }

    /** What people were told of a failure; {@code name} is that of its record. */
    public static String announcement(RunId run, String name) {
        return run(run) + "announcements/" + name + ".json";
    }

    /** Prefix of the failures of executions that were for the pipeline and claimed no slot. */
    public static String unclaimed(String pipeline) {
        return pipeline + "/unclaimed/";
    }

    /**
     * A failure without a run; {@code number} is the redrive count plus one.
     *
     * @param execution the execution's name
     */
    public static String unclaimedFailure(
            String pipeline, String machine, String execution, int number) {
        return unclaimed(pipeline) + machine + "/" + number + "-" + execution + ".json";
    }

    /** What people were told of a failure without a run. */
    public static String unclaimedAnnouncement(
            String pipeline, String machine, String execution, int number) {
        return unclaimed(pipeline) + machine + "/" + number + "-" + execution + ".announced.json";
    }

    /** That a failure without a run needs nobody any more. */
    public static String unclaimedDismissal(
            String pipeline, String machine, String execution, int number) {
        return unclaimed(pipeline) + machine + "/" + number + "-" + execution + ".dismissed.json";
    }

    public static String outcome(RunId run) {
        return run(run) + "outcome.json";
    }

    /** Prefix of the times that the run was dismissed. */
    public static String dismissals(RunId run) {
        return run(run) + "dismissals/";
    }

    /** One of them, counted from 1. */
    public static String dismissal(RunId run, int number) {
        return dismissals(run) + number(number) + ".json";
    }

    public static String reportHtml(RunId run) {
        return run(run) + "report.html";
    }

    public static String reportJson(RunId run) {
        return run(run) + "report.json";
    }

    /** A trained candidate's Tribuo model. */
    public static String candidate(RunId run, int item, String nonce) {
        return run(run) + "candidates/" + item + "." + nonce + ".tribuo";
    }

    /** The same candidate as the flat artifact that scoring reads. */
    public static String compiledCandidate(RunId run, int item, String nonce) {
        return run(run) + "candidates/" + item + "." + nonce + ".bin";
    }

    /** Prefix of a snapshot's objects. */
    public static String snapshot(RunId run, String nonce) {
        return run.pipeline() + "/snapshots/" + run + "/" + nonce + "/";
    }

    /** Prefix of the numbers taken for challengers. */
    public static String modelNumbers(String pipeline) {
        return pipeline + "/models/numbers/";
    }

    public static String modelNumber(String pipeline, int number) {
        return modelNumbers(pipeline) + number(number) + ".json";
    }

    /** Prefix of all bundles and numbers. */
    public static String models(String pipeline) {
        return pipeline + "/models/";
    }

    /** Prefix of one bundle. */
    public static String bundle(String pipeline, String version) {
        return models(pipeline) + version + "/";
    }

    /** The pointer. */
    public static String serving(String pipeline) {
        return pipeline + "/serving.json";
    }

    public static String journal(String pipeline) {
        return pipeline + "/journal/";
    }

    public static String journal(String pipeline, int number) {
        return journal(pipeline) + String.format(Locale.ROOT, "%06d", number) + ".json";
    }

    /** Prefix of all attempts at a batch. */
    public static String batches(String pipeline, Slot slot) {
        return pipeline + "/batches/" + slot + "/";
    }

    /** Prefix of one attempt at a batch. */
    public static String batch(RunId run) {
        return batches(run.pipeline(), run.slot()) + number(run.attempt()) + "/";
    }

    public static String plan(RunId run) {
        return batch(run) + "plan.json";
    }

    public static String shards(RunId run) {
        return batch(run) + "shards.json";
    }

    public static String rescore(RunId run) {
        return batch(run) + "rescore.json";
    }

    public static String part(RunId run, String shard, String nonce) {
        return batch(run) + "parts/" + shard + "." + nonce + ".csv";
    }

    /** The empty part whose name on the first line of symlink.txt says who committed. */
    public static String firstPart(RunId run) {
        return batch(run) + "parts/0.csv";
    }

    public static String shardQuarantine(RunId run, String shard, String nonce) {
        return batch(run) + "quarantine/" + shard + "." + nonce + ".csv";
    }

    public static String receipts(RunId run) {
        return batch(run) + "receipts/";
    }

    public static String receipt(RunId run, String shard) {
        return receipts(run) + shard + ".json";
    }

    public static String manifest(RunId run) {
        return batch(run) + "manifest.json";
    }

    /** What readers read: the committed part files of a slot. */
    public static String symlink(String pipeline, Slot slot) {
        return pipeline + "/results/slot=" + slot + "/symlink.txt";
    }

    /** Four digits. */
    public static String number(int number) {
        return String.format(Locale.ROOT, "%04d", number);
    }
}
