package dev.nightjar.run.report;

import static dev.nightjar.run.report.Headline.Tone.BAD;
import static dev.nightjar.run.report.Headline.Tone.GOOD;
import static dev.nightjar.run.report.Headline.Tone.OPEN;

import dev.nightjar.core.night.Ledger;
import dev.nightjar.core.night.ModelVersion;
import dev.nightjar.core.night.Outcome;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Says in words what became of a scoring run. */
final class ScoringHeadline {
    private ScoringHeadline() {}

    static Headline of(ScoringFacts facts, ScoringReport report) {
        Outcome outcome = report.outcome();
        List<String> reasons = new ArrayList<>();
        account(reasons, report.rows());
        deadline(reasons, report);
        missing(reasons, report.shards());
        if (outcome == null) {
            facts.general().failures().stream()
                    .limit(3)
                    .map(
                            failure ->
                                    failure.state()
                                            + ": "
                                            + Figures.shortened(failure.cause(), 300))
                    .forEach(reasons::add);
            String sentence = "Nothing of this attempt was published.";
            return new Headline(OPEN, "NOT FINISHED", sentence, reasons, null);
        }
        return switch (outcome) {
            case COMMITTED ->
                    new Headline(
                            whole(report.rows()) ? GOOD : OPEN,
                            "COMMITTED",
                            committed(report),
                            reasons,
                            null);
            case HELD -> {
                String sentence = "The batch is finished and waits for a person to publish it.";
                yield new Headline(OPEN, "HELD", sentence, reasons, null);
            }
            case RELEASED, REJECTED ->
                    new Headline(
                            BAD, outcome.toString(), "This is no end of a batch.", reasons, null);
        };
    }

    private static String committed(ScoringReport report) {
        Ledger ledger = report.rows();
        String rows =
                ledger == null
                        ? "The batch is published"
                        : Figures.count(ledger.scored(), "row is", "rows are")
                                + " scored and published";
        return rows
                + (report.model() == null
                        ? "."
                        : ", with model " + ModelVersion.shown(report.model()) + ".");
    }

    /** Whether every row has a result or a rule that keeps it out. */
    private static boolean whole(@Nullable Ledger ledger) {
        return ledger == null || ledger.input() == ledger.scored() + ledger.quarantined();
    }

    private static void account(List<String> reasons, @Nullable Ledger ledger) {
        if (ledger == null) {
            return;
        }
        if (!ledger.holds()) {
            reasons.add("The account does not hold: " + LedgerSection.sentence(ledger) + ".");
        } else if (ledger.failed() + ledger.late() + ledger.carriedOut() > 0) {
            reasons.add("Not every row has a result: " + LedgerSection.sentence(ledger) + ".");
        } else {
            reasons.add("Every row is accounted for: " + LedgerSection.sentence(ledger) + ".");
        }
    }

    private static void deadline(List<String> reasons, ScoringReport report) {
        Double margin = report.margin();
        if (margin == null || report.deadline() == null) {
            return;
        }
        String due = " the deadline of " + Figures.minute(report.deadline()) + ".";
        reasons.add(
                margin >= 0
                        ? "Finished " + Figures.duration(margin) + " before" + due
                        : "Finished " + Figures.duration(-margin) + " after" + due);
    }

    private static void missing(List<String> reasons, ReportedShards shards) {
        if (shards.missing() > 0) {
            reasons.add(
                    Figures.count(shards.missing(), "shard has", "shards have") + " no result.");
        }
    }
}
