package dev.nightjar.local.command;

import dev.nightjar.core.night.Machine;
import dev.nightjar.local.aws.Deployment;
import dev.nightjar.local.aws.SlotByHand;
import dev.nightjar.local.night.Exits;
import dev.nightjar.pipeline.file.PipelineFile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Keeps machines that run here away from the store of a deployment: its functions would not trust
 * the key that signs here, and could not ask whether an execution here still runs.
 */
record HereAlone(CommandContext context) {
    /**
     * The folder that is the store.
     *
     * @throws CommandFailure when it is a bucket, with what starts the slot there
     */
    Path store(CommonOptions common, NightOptions night, Machine machine) {
        return switch (context.address(common.store())) {
            case StoreAddress.Folder(Path folder) -> folder;
            case StoreAddress.Bucket(String bucket) ->
                    throw new CommandFailure(
                            Exits.USAGE,
                            "the machines of a deployment work on "
                                    + bucket
                                    + ", started by their schedules; here they work on a folder",
                            "start the slot there by hand:   " + byHand(night, machine));
        };
    }

    private String byHand(NightOptions night, Machine machine) {
        Deployment deployment = Deployment.read(context.world().home().get().folder());
        return new SlotByHand(deployment, name(night.pipeline()), machine, night.slotOrForm())
                .command();
    }

    /** As the file says; what cannot be read is called as it was typed. */
    private String name(String typed) {
        return new Pipelines(context)
                .file(typed)
                .flatMap(
                        file ->
                                switch (Pipelines.check(typed, file, List.of())) {
                                    case PipelineFile.Result.Checked checked ->
                                            Optional.of(checked.definition().pipeline());
                                    case PipelineFile.Result.Refused _ -> Optional.<String>empty();
                                })
                .orElse(typed);
    }
}
