package dev.nightjar.local.aws;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Machine;

/**
 * What starts a slot on AWS by hand: the machine with the very input that its schedule sends.
 *
 * @param slot ISO-8601 with seconds
 */
public record SlotByHand(Deployment deployment, String pipeline, Machine machine, String slot) {
    public SlotByHand {
        requireNonNull(deployment, "deployment is null");
        requireNonNull(pipeline, "pipeline is null");
        requireNonNull(machine, "machine is null");
        requireNonNull(slot, "slot is null");
    }

    /** The command to type, for a POSIX shell. */
    public String command() {
        return "aws stepfunctions start-execution --state-machine-arn \"$(%s)\" --input \"$(%s)\""
                .formatted(arn(), input());
    }

    private String arn() {
        return ("aws stepfunctions list-state-machines --output text --query"
                        + " 'stateMachines[?name==`%s`].stateMachineArn'")
                .formatted(deployment.machine(machine));
    }

    /** Without a delivery's id, so that the run says that a person started it. */
    private String input() {
        return ("aws scheduler get-schedule --group-name %s --name %s-%s --query Target.Input"
                        + " --output text | sed -e 's/\"schedulerExecution\":\"<[^\"]*\",//'"
                        + " -e 's/<aws.scheduler.scheduled-time>/%s/'")
                .formatted(deployment.name(), pipeline, machine, slot);
    }
}
