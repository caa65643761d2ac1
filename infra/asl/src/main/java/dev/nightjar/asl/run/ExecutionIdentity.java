package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Which execution something is about.
 *
 * @param id the execution's ARN
 * @param name its name
 * @param stateMachineArn its machine
 * @param parent the distributed Map that started it, or null
 */
public record ExecutionIdentity(
        String id, String name, String stateMachineArn, @Nullable Parent parent) {

    public ExecutionIdentity {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(stateMachineArn, "stateMachineArn is null");
    }

    /** Whether this is a child of a distributed Map. */
    public boolean isChild() {
        return parent != null;
    }

    /**
     * Where a child comes from.
     *
     * @param executionId the execution whose distributed Map started it
     * @param mapRunArn the Map Run it belongs to
     * @param mapStateName the Map state
     * @param itemIndex the item it works on, from 0
     */
    public record Parent(String executionId, String mapRunArn, String mapStateName, int itemIndex) {
        public Parent {
            requireNonNull(executionId, "executionId is null");
            requireNonNull(mapRunArn, "mapRunArn is null");
            requireNonNull(mapStateName, "mapStateName is null");
        }
    }
}
