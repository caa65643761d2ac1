package dev.nightjar.asl.run;

import dev.nightjar.asl.parse.MapState;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** The ARNs of a Map Run and its children ("Map Run", developer guide). */
record MapRunNames(
        String mapRunArn,
        String stateMachineArn,
        String executionPrefix,
        String parentId,
        String mapStateName,
        RandomGenerator random) {

    static MapRunNames of(RunningExecution parent, MapState state) {
        String label = state.label() == null ? state.name() : state.label();
        String machine = parent.identity().stateMachineArn() + "/" + label;
        String mapRun = machine.replace(":stateMachine:", ":mapRun:");
        return new MapRunNames(
                mapRun + ":" + uuid(parent.random()),
                machine,
                machine.replace(":stateMachine:", ":execution:") + ":",
                parent.id(),
                state.name(),
                parent.random());
    }

    ExecutionIdentity child(int itemIndex) {
        String name = uuid(random);
        return new ExecutionIdentity(
                executionPrefix + name,
                name,
                stateMachineArn,
                new ExecutionIdentity.Parent(parentId, mapRunArn, mapStateName, itemIndex));
    }

    private static String uuid(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
