package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.ErrorTable.Continuation;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Slot;
import dev.nightjar.local.night.Redrive;
import dev.nightjar.local.night.SlotText;

import org.jspecify.annotations.Nullable;

/**
 * The commands that help after a run of a slot failed.
 *
 * @param pipeline its name, whatever was typed
 */
record NextCommands(Hint hint, String pipeline, Machine machine, Slot slot) {
    NextCommands {
        requireNonNull(hint, "hint is null");
        requireNonNull(pipeline, "pipeline is null");
        requireNonNull(machine, "machine is null");
        requireNonNull(slot, "slot is null");
    }

    /** The next attempt at the slot. */
    String again(String... more) {
        String command = machine == Machine.TRAINING ? "train" : "score";
        String again = hint.run(command, "--slot", SlotText.iso(slot));
        return more.length == 0 ? again : again + " " + String.join(" ", more);
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
            case RERUN -> again("--rerun");
            case NONE -> hint.about("runs", pipeline);
            case REDRIVE -> run == null ? again() : redrive(run);
        };
    }

    private String onlyNew() {
        return machine == Machine.TRAINING ? "" : "      (scores what is new)";
    }

    private String train() {
        return machine == Machine.TRAINING
                ? "mend the data or the pipeline file, then   " + again()
                : hint.run("train");
    }

    private String redrive(String run) {
        return hint.about("redrive", run) + "      (goes on where it stopped)";
    }

    /** After a run that did not do its deed, by whether it can go on. */
    String after(Redrive redrive) {
        return switch (redrive) {
            case Redrive.Possible(var run) -> redrive(run.run().toString());
            case Redrive.LookAt look -> hint.about("run", look.run().toString());
            case Redrive.Done _ -> again("--rerun");
            case Redrive.Caught caught -> after(caught.continuation(), null);
            case Redrive.Gone _ -> again();
        };
    }
}
