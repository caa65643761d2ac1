package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.ErrorTable.Continuation;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.local.aws.NextExecution;
import dev.nightjar.local.night.NightRequest;
import dev.nightjar.local.night.Redrive;
import dev.nightjar.local.night.Runs;
import dev.nightjar.local.night.SlotText;
import dev.nightjar.local.platform.Platform;

import org.jspecify.annotations.Nullable;

/**
 * The commands that help after a run of a slot failed.
 *
 * @param pipeline its name, whatever was typed
 * @param deployed what starts the next attempt on AWS, or null when the run's machine is this one
 */
record NextCommands(
        Hint hint, String pipeline, Machine machine, Slot slot, @Nullable NextExecution deployed) {
    NextCommands {
        requireNonNull(hint, "hint is null");
        requireNonNull(pipeline, "pipeline is null");
        requireNonNull(machine, "machine is null");
        requireNonNull(slot, "slot is null");
    }

    /** After the run that made the claim. */
    static NextCommands of(Hint hint, Claim claim) {
        RunId run = claim.run();
        return new NextCommands(
                hint,
                run.pipeline(),
                run.machine(),
                run.slot(),
                NextExecution.after(claim.execution()).orElse(null));
    }

    /**
     * After a night.
     *
     * @param run of the night, or null when no slot was claimed
     */
    static NextCommands of(
            Hint hint,
            NightRequest request,
            Machine machine,
            Platform platform,
            @Nullable RunId run) {
        return run == null
                ? new NextCommands(
                        hint, request.definition().pipeline(), machine, request.slot(), null)
                : new Runs(platform)
                        .claim(run)
                        .map(claim -> of(hint, claim))
                        .orElseGet(() -> of(hint, request, machine, platform, null));
    }

    /** The next attempt at the slot. */
    private String again() {
        return deployed == null ? here() : deployed.command();
    }

    /** The next attempt, though the slot is done. */
    private String rerun() {
        return deployed == null
                ? here() + " --rerun"
                : deployed.rerun(machine == Machine.TRAINING ? "complete" : "partial");
    }

    private String here() {
        String command = machine == Machine.TRAINING ? "train" : "score";
        return hint.run(command, "--slot", SlotText.iso(slot));
    }

    /**
     * After an error.
     *
     * @param run that failed, or null when no slot was claimed
     */
    String after(Continuation continuation, @Nullable String run) {
        return switch (continuation) {
            case AGAIN -> "mend the data, then   " + again() + onlyNew();
            case TRAIN -> train();
            case VALIDATE -> hint.about("validate", hint.pipeline());
            case ROLLBACK -> hint.about("rollback", pipeline);
            case RERUN -> rerun();
            case NONE -> hint.about("runs", pipeline);
            case REDRIVE -> run == null ? again() : redrive(run);
        };
    }

    private String onlyNew() {
        return machine == Machine.TRAINING ? "" : "      (scores what is new)";
    }

    private String train() {
        if (machine == Machine.SCORING) {
            return hint.run("train");
        }
        return deployed == null
                ? "mend the data or the pipeline file, then   " + again()
                : "mend the data, then   " + again() + "      (or the pipeline file, and deploy)";
    }

    private String redrive(String run) {
        return hint.about("redrive", run) + "      (goes on where it stopped)";
    }

    /** After a run that did not do its deed, by whether it can go on. */
    String after(Redrive redrive) {
        return switch (redrive) {
            case Redrive.Possible(var run) -> redrive(run.run().toString());
            case Redrive.LookAt look -> hint.about("run", look.run().toString());
            case Redrive.Done _ -> rerun();
            case Redrive.Caught caught -> after(caught.continuation(), null);
            case Redrive.Gone _ -> again();
        };
    }
}
