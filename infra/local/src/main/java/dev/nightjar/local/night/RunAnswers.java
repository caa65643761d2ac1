package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.ErrorTable;
import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.Dismissal;
import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.night.Receipt;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.local.platform.Platform;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Reads all that is known of one run. */
public final class RunAnswers {
    private final Platform platform;

    /** Runs on the platform. */
    public RunAnswers(Platform platform) {
        this.platform = requireNonNull(platform, "platform is null");
    }

    /** The run in full. */
    public RunAnswer of(Claim claim) {
        RunId run = claim.run();
        RunLine line = new Runs(platform).line(run, claim);
        BatchPlan plan = platform.records().plan(run).orElse(null);
        BatchAccount account = plan == null ? null : BatchAccount.of(platform.records(), run, plan);
        StateVisits visits = new StateVisits();
        platform.executions().read(claim.execution(), visits);
        return new RunAnswer(
                line.run(),
                line.pipeline(),
                line.machine(),
                line.slot(),
                line.attempt(),
                line.outcome(),
                line.startedAt(),
                line.elapsedSeconds(),
                model(run, plan),
                claim.startedBy().toString(),
                platform.records().run(run).map(RunRecord::partitions).orElse(List.of()),
                visits.answers(),
                plan == null || account == null ? List.of() : shards(plan, account, visits, line),
                failures(run),
                account == null ? null : account.rows(),
                platform.store().address(withoutEnd(Keys.run(run))),
                Reports.address(platform.store(), run),
                new Dismissals(platform).of(run).map(RunAnswers::dismissed).orElse(null));
    }

    private static RunAnswer.Dismissed dismissed(Dismissal dismissal) {
        return new RunAnswer.Dismissed(dismissal.by(), dismissal.why(), dismissal.at().toString());
    }

    /** A prefix as the folder that it is. */
    private static String withoutEnd(String prefix) {
        return prefix.substring(0, prefix.length() - 1);
    }

    private @Nullable String model(RunId run, @Nullable BatchPlan plan) {
        if (plan != null) {
            return plan.model();
        }
        return platform.records().outcome(run).map(OutcomeRecord::model).orElse(null);
    }

    private static List<RunAnswer.Shard> shards(
            BatchPlan plan, BatchAccount account, StateVisits visits, RunLine line) {
        boolean alive = line.outcome().equals(Runs.RUNNING);
        return plan.shards().stream()
                .map(shard -> shard(plan, shard, account, visits, alive))
                .toList();
    }

    private static RunAnswer.Shard shard(
            BatchPlan plan,
            PlannedShard shard,
            BatchAccount account,
            StateVisits visits,
            boolean alive) {
        Receipt receipt = account.receipts().get(shard.shard());
        boolean reused = shard.reusedFrom() != null;
        boolean atWork = alive && visits.isAtWork(shard.number());
        String state =
                receipt == null ? (atWork ? "running" : "open") : reused ? "reused" : "scored";
        return new RunAnswer.Shard(
                shard.shard(),
                shard.number(),
                plan.inputs().get(shard.input()).key(),
                state,
                reused ? 0 : Math.max(visits.attempts(shard.number()), receipt == null ? 0 : 1),
                shard.rows(),
                receipt == null ? null : receipt.scored(),
                receipt == null ? null : receipt.quarantined());
    }

    private List<RunAnswer.Failure> failures(RunId run) {
        return new Failures(platform.store())
                .of(run).stream().map(found -> failure(found.key(), found.failure())).toList();
    }

    private RunAnswer.Failure failure(String key, FailureRecord failure) {
        return new RunAnswer.Failure(
                failure.state(),
                failure.item(),
                failure.errorClass().toString(),
                ErrorTable.shortName(failure.error()),
                failure.cause(),
                failure.component(),
                failure.at().toString(),
                platform.store().address(key));
    }
}
