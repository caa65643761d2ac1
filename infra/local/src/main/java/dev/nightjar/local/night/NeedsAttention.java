package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Phase;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.local.aws.NextExecution;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.run.Serving;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what does not heal alone. The newest attempt of each slot counts, of both machines: a run
 * that did not do its deed stays until it is redriven, run again or dismissed.
 */
final class NeedsAttention {
    private final Platform platform;
    private final Runs runs;
    private final Redrives redrives;
    private final Dismissals dismissals;
    private final UnclaimedExecutions unclaimed;
    private final String ending;

    /**
     * On the platform.
     *
     * @param store as it is typed, for the commands that help, or null
     */
    NeedsAttention(Platform platform, @Nullable String store) {
        this.platform = requireNonNull(platform, "platform is null");
        this.runs = new Runs(platform);
        this.redrives = new Redrives(platform);
        this.dismissals = new Dismissals(platform);
        this.unclaimed = new UnclaimedExecutions(platform);
        this.ending = store == null ? "" : " --store " + store;
    }

    /**
     * What a pipeline needs a person for, newest first.
     *
     * @param all its runs, newest first
     * @param serving what serves, or null
     */
    List<StatusAnswer.Attention> of(String pipeline, List<RunId> all, @Nullable Serving serving) {
        List<StatusAnswer.Attention> needs = new ArrayList<>();
        for (Machine machine : Machine.values()) {
            Set<Slot> slots = new HashSet<>();
            for (RunId run : all) {
                if (run.machine() == machine && slots.add(run.slot())) {
                    of(run, slots.size() == 1, serving).ifPresent(needs::add);
                }
            }
        }
        needs.sort(NeedsAttention::newestFirst);
        unclaimed.of(pipeline).stream()
                .map(one -> UnclaimedAttention.of(one, ending))
                .forEach(needs::add);
        if (serving == null && !pipeline.equals(Keys.NO_PIPELINE)) {
            String next = "./nightjar train " + pipeline + ending;
            needs.add(new StatusAnswer.Attention(null, null, null, null, "no model serves", next));
        }
        return needs;
    }

    private static int newestFirst(StatusAnswer.Attention one, StatusAnswer.Attention other) {
        return slot(other).compareTo(slot(one));
    }

    private static Slot slot(StatusAnswer.Attention attention) {
        return RunId.parse(requireNonNull(attention.run(), "a run needs attention")).slot();
    }

    /** Why the slot's newest attempt needs a person. */
    private Optional<StatusAnswer.Attention> of(
            RunId run, boolean newestSlot, @Nullable Serving serving) {
        Claim claim = runs.claim(run).orElse(null);
        if (claim == null) {
            return Optional.empty();
        }
        Optional<StatusAnswer.Attention> needs =
                platform.records()
                        .outcome(run)
                        .map(outcome -> done(outcome, claim, newestSlot))
                        .orElseGet(() -> undone(claim, serving));
        return needs.filter(_ -> dismissals.of(run).isEmpty()).map(each -> inPhase(run, each));
    }

    /** A run that left no record of a failure is counted to the phase that it began with. */
    private StatusAnswer.Attention inPhase(RunId run, StatusAnswer.Attention needs) {
        Phase phase =
                new Failures(platform.store())
                        .end(run)
                        .map(end -> run.machine().phase(end.failure().state()))
                        .orElse(run.machine().firstPhase());
        return needs.in(
                phase,
                platform.records()
                        .run(run)
                        .map(record -> record.definition().service().level(phase))
                        .orElse(null));
    }

    private Optional<StatusAnswer.Attention> done(
            OutcomeRecord outcome, Claim claim, boolean newestSlot) {
        if (newestSlot && outcome.outcome() == Outcome.REJECTED) {
            return need(
                    claim,
                    "was rejected by a gate; what served goes on serving",
                    "run " + claim.run());
        }
        // Asking AWS takes a call for each run: there only the newest are asked.
        boolean asks = newestSlot || platform.executions().answersAtOnce();
        return asks && redrives.of(claim) instanceof Redrive.Possible possible
                ? need(claim, unfinished(outcome, possible.run()), "redrive " + claim.run())
                : Optional.empty();
    }

    /** The deed is done; its execution stopped before it had told of it. */
    private static String unfinished(OutcomeRecord outcome, RedrivableRun run) {
        return "is %s, but its machine stopped%s: a redrive finishes report and event"
                .formatted(outcome.outcome(), run.state() == null ? "" : " at " + run.state());
    }

    private Optional<StatusAnswer.Attention> undone(Claim claim, @Nullable Serving serving) {
        if (runs.isRunning(claim)) {
            return Optional.empty();
        }
        RunId run = claim.run();
        String stays = doneBefore(run).map(done -> "; what " + done + " did stays").orElse("");
        if (isOvertaken(run, serving)) {
            return need(
                    claim,
                    what(claim) + "; a newer slot's model serves",
                    "status --dismiss " + run + " --why TEXT");
        }
        String what = what(claim) + stays;
        return switch (redrives.of(claim)) {
            case Redrive.Possible _ -> need(claim, what, "redrive " + run);
            case Redrive.Refused _ -> needsAttempt(claim, what);
        };
    }

    private String what(Claim claim) {
        return runs.line(claim.run(), claim).outcome().equals(Runs.INTERRUPTED)
                ? "was interrupted: its process was killed"
                : new Failures(platform.store())
                        .root(claim.run())
                        .map(found -> "failed: " + found.failure().cause())
                        .orElse("failed");
    }

    /** An older slot's model would not be released any more. */
    private static boolean isOvertaken(RunId run, @Nullable Serving serving) {
        return run.machine() == Machine.TRAINING
                && serving != null
                && serving.move().slot().compareTo(run.slot()) > 0;
    }

    private Optional<StatusAnswer.Attention> needsAttempt(Claim claim, String what) {
        RunId run = claim.run();
        String here = again(run.machine(), run.pipeline(), run.slot());
        return NextExecution.after(claim.execution())
                .map(NextExecution::command)
                .map(next -> attention(run, what, next))
                .or(() -> need(claim, what, here));
    }

    private Optional<StatusAnswer.Attention> need(Claim claim, String what, String command) {
        return Optional.of(attention(claim.run(), what, "./nightjar " + command + ending));
    }

    private static StatusAnswer.Attention attention(RunId run, String what, String next) {
        return new StatusAnswer.Attention(run.toString(), null, null, null, what, next);
    }

    /** The next attempt at a slot here. */
    static String again(Machine machine, String pipeline, Slot slot) {
        String verb = machine == Machine.TRAINING ? "train" : "score";
        return "%s %s --slot %s".formatted(verb, pipeline, SlotText.iso(slot));
    }

    /** The slot's newest attempt that did its deed. */
    private Optional<RunId> doneBefore(RunId newest) {
        return platform
                .records()
                .claims(newest.pipeline(), newest.machine(), newest.slot())
                .reversed()
                .stream()
                .map(Claim::run)
                .filter(run -> platform.records().outcome(run).isPresent())
                .findFirst();
    }
}
