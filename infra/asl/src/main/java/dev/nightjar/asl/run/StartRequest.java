package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import tools.jackson.databind.JsonNode;

/**
 * What an execution is started with.
 *
 * @param name the execution's name, unique for its machine
 * @param stateMachineArn the machine, {@code $states.context.StateMachine.Id}
 * @param input the input of the first state
 */
public record StartRequest(String name, String stateMachineArn, JsonNode input) {

    public StartRequest {
        requireNonNull(name, "name is null");
        requireNonNull(stateMachineArn, "stateMachineArn is null");
        requireNonNull(input, "input is null");
        if (!stateMachineArn.contains(":stateMachine:")) {
            throw new IllegalArgumentException(
                    "not the ARN of a state machine: " + stateMachineArn);
        }
    }

    /** A start of a machine that lives in this process, and in no account or region. */
    public static StartRequest here(String machineName, String name, JsonNode input) {
        return new StartRequest(
                name, "arn:aws:states:here:000000000000:stateMachine:" + machineName, input);
    }

    /** The machine's name: the last part of its ARN. */
    public String stateMachineName() {
        return stateMachineArn.substring(stateMachineArn.lastIndexOf(':') + 1);
    }

    /** The execution's ARN, {@code $states.context.Execution.Id}. */
    public String executionArn() {
        return stateMachineArn.replace(":stateMachine:", ":execution:") + ":" + name;
    }
}
