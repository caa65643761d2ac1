package dev.nightjar.cdk.guide;

import static java.util.Objects.requireNonNull;

/**
 * The shell command that starts a slot by hand, with the very input that the schedule would send:
 * read from the stored schedule, the slot filled in, and without a delivery's id, so that the run
 * says that a person started it.
 *
 * @param machineArn of the machine to start
 */
record StartByHand(String group, String schedule, String machineArn) {
    static final String SLOT = "2026-11-02T03:00:00Z";

    /** From the stored schedule's input to a machine's; tested with a shell. */
    static final String FILL =
            "sed -e 's/\"schedulerExecution\":\"<[^\"]*\",//'"
                    + " -e 's/<aws.scheduler.scheduled-time>/"
                    + SLOT
                    + "/'";

    StartByHand {
        requireNonNull(group, "group is null");
        requireNonNull(schedule, "schedule is null");
        requireNonNull(machineArn, "machineArn is null");
    }

    String command() {
        return "aws scheduler get-schedule --group-name "
                + group
                + " --name "
                + schedule
                + " --query Target.Input --output text | "
                + FILL
                + " > input.json && aws stepfunctions start-execution --state-machine-arn "
                + machineArn
                + " --input file://input.json";
    }
}
