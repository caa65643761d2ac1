package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Schedule;
import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.definition.Training;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.Slot;
import dev.nightjar.local.deployed.NextExecution;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.pipeline.schedule.Firings;
import dev.nightjar.run.Serving;
import dev.nightjar.run.ServingPointer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how the pipelines of a store stand. */
public final class StatusAnswers {
    private final Platform platform;
    private final Runs runs;
    private final Redrives redrives;
    private final String ending;

    /**
     * Pipelines on the platform.
     *
     * @param store as it was typed, for the commands that help, or null
     */
    public StatusAnswers(Platform platform, @Nullable String store) {
        this.platform = requireNonNull(platform, "platform is null");
        this.runs = new Runs(platform);
        this.redrives = new Redrives(platform);
        this.ending = store == null ? "" : " --store " + store;
    }

    /** How the named pipelines stand. */
    public StatusAnswer of(List<String> pipelines) {
        return new StatusAnswer(pipelines.stream().map(this::pipeline).toList());
    }

    private StatusAnswer.Pipeline pipeline(String name) {
        List<RunId> all = platform.records().runs(name);
        Definition definition =
                all.stream()
                        .map(run -> platform.records().run(run).map(RunRecord::definition))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null);
        Optional<Serving> serving = new ServingPointer(platform.store()).read(name);
        Training training = definition == null ? null : definition.training();
        Scoring scoring = definition == null ? null : definition.scoring();
        return new StatusAnswer.Pipeline(
                name,
                definition == null ? null : definition.owner(),
                serving.map(found -> found.move().model()).orElse(null),
                serving.map(found -> found.move().at().toString()).orElse(null),
                new StatusAnswer.LastRuns(last(all, Machine.TRAINING), last(all, Machine.SCORING)),
                new StatusAnswer.NextSlots(
                        next(training == null ? null : training.schedule()),
                        next(scoring == null ? null : scoring.schedule())),
                attention(name, all, serving.isPresent()));
    }

    private @Nullable RunLine last(List<RunId> all, Machine machine) {
        return all.stream()
                .filter(run -> run.machine() == machine)
                .findFirst()
                .flatMap(this::line)
                .orElse(null);
    }

    private Optional<RunLine> line(RunId run) {
        return runs.claim(run).map(claim -> runs.line(run, claim));
    }

    private @Nullable String next(@Nullable Schedule schedule) {
        if (schedule == null || schedule.paused()) {
            return null;
        }
        return Firings.of(schedule)
                .next(platform.clock().instant())
                .map(time -> SlotText.iso(Slot.of(time)))
                .orElse(null);
    }

    /**
     * Every slot counts for scoring; for training only the newest: a newer model heals the rest.
     */
    private List<StatusAnswer.Attention> attention(
            String pipeline, List<RunId> all, boolean serves) {
        List<StatusAnswer.Attention> needs = new ArrayList<>();
        Set<Slot> slots = new HashSet<>();
        boolean trainingSeen = false;
        for (RunId run : all) {
            if (run.machine() == Machine.SCORING) {
                if (slots.add(run.slot())) {
                    slot(run, needs);
                }
            } else if (!trainingSeen) {
                trainingSeen = true;
                slot(run, needs);
            }
        }
        if (!serves) {
            needs.add(
                    new StatusAnswer.Attention(
                            null, "no model serves", "./nightjar train " + pipeline + ending));
        }
        return needs;
    }

    private void slot(RunId newest, List<StatusAnswer.Attention> needs) {
        Claim claim = runs.claim(newest).orElse(null);
        if (claim == null || runs.isRunning(claim)) {
            return;
        }
        Optional<OutcomeRecord> outcome = platform.records().outcome(newest);
        if (outcome.isEmpty()) {
            needs.add(failed(newest, claim));
        } else if (outcome.get().outcome() == Outcome.REJECTED) {
            String show = "./nightjar run " + newest + ending;
            String what = "a gate rejected the newest model";
            needs.add(new StatusAnswer.Attention(newest.toString(), what, show));
        }
    }

    private StatusAnswer.Attention failed(RunId newest, Claim claim) {
        String cause =
                new Failures(platform.store())
                        .root(newest)
                        .map(found -> "failed: " + found.failure().cause())
                        .orElse("failed");
        String what =
                runs.line(newest, claim).outcome().equals(Runs.INTERRUPTED)
                        ? "was interrupted: its process was killed"
                        : cause;
        String stays = done(newest).map(run -> "; what " + run + " did stays").orElse("");
        return new StatusAnswer.Attention(newest.toString(), what + stays, next(newest, claim));
    }

    private String next(RunId newest, Claim claim) {
        return switch (redrives.of(claim)) {
            case Redrive.Possible _ -> "./nightjar redrive " + newest + ending;
            case Redrive.Refused _ ->
                    NextExecution.after(claim.execution())
                            .map(NextExecution::command)
                            .orElseGet(() -> again(newest));
        };
    }

    private String again(RunId newest) {
        return "./nightjar %s %s --slot %s%s"
                .formatted(
                        newest.machine() == Machine.TRAINING ? "train" : "score",
                        newest.pipeline(),
                        SlotText.iso(newest.slot()),
                        ending);
    }

    /** The slot's newest attempt that did its deed. */
    private Optional<RunId> done(RunId newest) {
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
