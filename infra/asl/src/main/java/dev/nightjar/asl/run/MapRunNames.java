package dev.nightjar.asl.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.asl.parse.MapState;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** The ARNs of a Map Run and its children ("Map Run", developer guide). */
record MapRunNames(String mapRunArn, String stateMachineArn, String parentId, String mapStateName) {

    /** Of a new Map Run. */
    static MapRunNames of(RunningExecution parent, MapState state) {
        String label = state.label() == null ? state.name() : state.label();
        String machine = parent.identity().stateMachineArn() + "/" + label;
        RandomGenerator random = parent.random();
        String uuid = new UUID(random.nextLong(), random.nextLong()).toString();
        String mapRun = machine.replace(":stateMachine:", ":mapRun:") + ":" + uuid;
        return of(parent, state, mapRun);
    }

    /** Of one that there is already. */
    static MapRunNames of(RunningExecution parent, MapState state, String mapRunArn) {
        String machine =
                mapRunArn
                        .substring(0, mapRunArn.lastIndexOf(':'))
                        .replace(":mapRun:", ":stateMachine:");
        return new MapRunNames(mapRunArn, machine, parent.id(), state.name());
    }

    /** A child's name follows from its place, so that every process gives it the same. */
    ExecutionIdentity child(int index) {
        String name = UUID.nameUUIDFromBytes((mapRunArn + "." + index).getBytes(UTF_8)).toString();
        return new ExecutionIdentity(
                childArn(mapRunArn, name),
                name,
                stateMachineArn,
                new ExecutionIdentity.Parent(parentId, mapRunArn, mapStateName, index));
    }

    static String childArn(String mapRunArn, String name) {
        String prefix = mapRunArn.substring(0, mapRunArn.lastIndexOf(':') + 1);
        return prefix.replace(":mapRun:", ":execution:") + name;
    }
}
