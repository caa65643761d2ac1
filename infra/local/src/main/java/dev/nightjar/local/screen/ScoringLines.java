package dev.nightjar.local.screen;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.Ledger;
import dev.nightjar.core.night.Manifest;
import dev.nightjar.core.night.ModelVersion;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.night.BatchAccount;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.run.Records;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the steps of a scoring did, read from their records. Not safe for use by multiple threads.
 */
final class ScoringLines {
    private final Records records;
    private final Map<String, Long> started = new HashMap<>();

    ScoringLines(Records records) {
        this.records = requireNonNull(records, "records is null");
    }

    void started(String state, long nanoseconds) {
        started.put(state, nanoseconds);
    }

    /** The lines of a state that has ended; none for those that people need not see. */
    List<StepLine> of(RunId run, String state, long nanoseconds) {
        return switch (state) {
            case "PlanBatch" -> records.plan(run).map(ScoringLines::planned).orElse(List.of());
            case "ScoreShards", "RescoreShards" -> scored(run, state, nanoseconds);
            case "CommitBatch" -> committed(run);
            default -> List.of();
        };
    }

    private static List<StepLine> planned(BatchPlan plan) {
        int shards = plan.shards().size();
        String text =
                "model %s   %s rows in %s, %s"
                        .formatted(
                                ModelVersion.shown(plan.model()),
                                plan.rows() == null ? "?" : Figures.count(plan.rows()),
                                Figures.count(plan.inputs().size(), "object"),
                                Figures.count(shards, "shard"));
        return List.of(new StepLine("PlanBatch", text));
    }

    private List<StepLine> scored(RunId run, String state, long nanoseconds) {
        Optional<BatchPlan> plan = records.plan(run);
        if (plan.isEmpty()) {
            return List.of();
        }
        BatchAccount account = BatchAccount.of(records, run, plan.get());
        ScoreAnswer.Shards shards = account.shards();
        StringBuilder text = new StringBuilder();
        text.append(shards.scored() + shards.reused()).append('/').append(shards.planned());
        text.append(" shards");
        if (shards.reused() > 0) {
            text.append("   ").append(shards.reused()).append(" reused");
        }
        long since = nanoseconds - started.getOrDefault(state, nanoseconds);
        long rows =
                account.receipts().values().stream()
                        .filter(receipt -> receipt.run().equals(run))
                        .mapToLong(receipt -> receipt.rows())
                        .sum();
        if (since > 0 && rows > 0) {
            text.append("   ").append(Figures.rate(rows / (since / 1e9)));
        }
        if (shards.failed() > 0) {
            text.append("   ").append(shards.failed()).append(" not scored");
        }
        String name = state.substring(0, state.length() - 1);
        return List.of(new StepLine(name, text.toString()));
    }

    private List<StepLine> committed(RunId run) {
        return records.manifest(run).map(ScoringLines::committed).orElse(List.of());
    }

    private static List<StepLine> committed(Manifest manifest) {
        String text = account(manifest.ledger());
        Double margin = manifest.margin();
        Instant deadline = manifest.deadline();
        if (margin != null && deadline != null) {
            text += "   " + margin(margin);
        }
        return List.of(new StepLine("CommitBatch", text, "COMMITTED"));
    }

    private static String margin(double seconds) {
        long whole = Math.abs(Math.round(seconds));
        Duration time = Duration.ofSeconds(whole);
        String words =
                whole < 120
                        ? whole + " s"
                        : time.toHours() >= 48
                                ? time.toDays() + " days"
                                : time.toMinutes() + " min";
        return words + (seconds < 0 ? " after" : " before") + " the deadline";
    }

    static String account(Ledger ledger) {
        StringBuilder text = new StringBuilder();
        text.append(Figures.count(ledger.input())).append(" in = ");
        text.append(Figures.count(ledger.scored())).append(" scored + ");
        text.append(Figures.count(ledger.quarantined())).append(" quarantined");
        append(text, ledger.late(), "late");
        append(text, ledger.failed(), "failed");
        append(text, ledger.carriedOut(), "carried out");
        return text.toString();
    }

    private static void append(StringBuilder text, long rows, String word) {
        if (rows != 0) {
            text.append(" + ").append(Figures.count(rows)).append(' ').append(word);
        }
    }
}
