package dev.nightjar.local.aws;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.states.ExecutionArn;
import dev.nightjar.run.ExecutionLink;

import java.util.Optional;

/**
 * What starts the next attempt after an execution of Step Functions: a new execution with the same
 * input.
 *
 * @param execution ARN of the one that ended
 * @param region where it ran
 */
public record NextExecution(String execution, String region) {
    /** What stands for the region of executions on one machine. */
    private static final String HERE = "here";

    public NextExecution {
        requireNonNull(execution, "execution is null");
        requireNonNull(region, "region is null");
    }

    /** Empty when the execution ran on one machine. */
    public static Optional<NextExecution> after(String execution) {
        return ExecutionArn.parse(execution)
                .map(ExecutionArn::region)
                .filter(region -> !region.equals(HERE))
                .map(region -> new NextExecution(execution, region));
    }

    /** The command to type. */
    public String command() {
        return start(input());
    }

    /**
     * The command that has everything done again, though the slot is done.
     *
     * @param how {@code partial} or {@code complete}
     */
    public String rerun(String how) {
        return start(input() + " | sed '1s/{/{\"rerun\":\"" + how + "\",/'");
    }

    /** The command that has the same execution go on where it failed. */
    public String redrive() {
        return "aws stepfunctions redrive-execution --region %s --execution-arn %s"
                .formatted(region, execution);
    }

    private String start(String input) {
        return "aws stepfunctions start-execution --region %s --state-machine-arn %s --input \"$(%s)\""
                .formatted(region, machine(), input);
    }

    private String input() {
        return "aws stepfunctions describe-execution --region %s --execution-arn %s --query input --output text"
                .formatted(region, execution);
    }

    private String machine() {
        String named = execution.replace(":execution:", ":stateMachine:");
        return named.substring(0, named.lastIndexOf(':'));
    }

    /** The console's page of the execution, which has "New execution" for the same. */
    public String page() {
        return ExecutionLink.of(execution);
    }
}
