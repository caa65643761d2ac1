package dev.nightjar.aws.states;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Machine;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which execution of which machine, as its ARN says; also of one that ran here.
 *
 * @param region {@code here} where there is none
 * @param machineName of the state machine
 * @param name unique within the machine
 */
public record ExecutionArn(String region, String machineName, String name) {
    private static final String HERE = "here";
    private static final Pattern ARN =
            Pattern.compile("arn:[a-z-]+:states:([a-z0-9-]+):\\d{12}:execution:([^:/]+):([^:/]+)");

    public ExecutionArn {
        requireNonNull(region, "region is null");
        requireNonNull(machineName, "machineName is null");
        requireNonNull(name, "name is null");
    }

    /** Empty when the text names no execution. */
    public static Optional<ExecutionArn> parse(String arn) {
        Matcher matcher = ARN.matcher(arn);
        return matcher.matches()
                ? Optional.of(
                        new ExecutionArn(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** Whether it is one of Step Functions, and not one that ran here. */
    public boolean isDeployed() {
        return !region.equals(HERE);
    }

    /** The machine: the last part of its name, as deployments name it; empty for others'. */
    public Optional<Machine> machine() {
        String kind = machineName.substring(machineName.lastIndexOf('-') + 1);
        return Arrays.stream(Machine.values())
                .filter(each -> each.toString().equals(kind))
                .findFirst();
    }
}
