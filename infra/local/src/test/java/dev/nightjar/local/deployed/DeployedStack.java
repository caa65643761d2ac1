package dev.nightjar.local.deployed;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Machine;

import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

import java.util.List;

/** What a deployment made, by CloudFormation's own list. */
record DeployedStack(List<StackResourceSummary> resources) {
    DeployedStack {
        resources = List.copyOf(resources);
    }

    static DeployedStack read(CloudFormationClient client, String name) {
        return new DeployedStack(
                client
                        .listStackResourcesPaginator(request -> request.stackName(name))
                        .stackResourceSummaries()
                        .stream()
                        .toList());
    }

    /** Whether there is such a stack. */
    static boolean exists(CloudFormationClient client, String name) {
        try {
            return client.describeStacks(request -> request.stackName(name)).stacks().stream()
                    .noneMatch(stack -> stack.stackStatusAsString().equals("DELETE_COMPLETE"));
        } catch (CloudFormationException absent) {
            return false;
        }
    }

    /** The physical ids of all resources of a type. */
    List<String> all(String type) {
        return resources.stream()
                .filter(resource -> resource.resourceType().equals(type))
                .map(StackResourceSummary::physicalResourceId)
                .toList();
    }

    /** The physical id of the only resource of a type. */
    String only(String type) {
        List<String> found = all(type);
        if (found.size() != 1) {
            throw new AssertionError(type + ": " + found);
        }
        return found.getFirst();
    }

    /** The ARN of a state machine. */
    String machine(Machine machine) {
        return ending("AWS::StepFunctions::StateMachine", "-" + machine);
    }

    /** The physical id of the resource of a type whose id ends so. */
    String ending(String type, String end) {
        requireNonNull(end, "end is null");
        return all(type).stream()
                .filter(id -> id.endsWith(end))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " ends with " + end));
    }
}
