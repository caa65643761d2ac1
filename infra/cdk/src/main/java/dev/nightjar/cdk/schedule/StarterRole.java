package dev.nightjar.cdk.schedule;

import static java.util.Objects.requireNonNull;

import dev.nightjar.cdk.Arns;
import dev.nightjar.cdk.level.ServiceLevels;
import dev.nightjar.cdk.machine.AslStateMachine;
import dev.nightjar.core.definition.ServiceLevel;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The role of the schedules of one machine: starts it, and keeps what could not be started. */
final class StarterRole extends Construct {
    private final Role role;

    /**
     * What the role needs.
     *
     * @param group of the schedules
     */
    record Props(String group, AslStateMachine machine, ServiceLevels levels) {
        Props {
            requireNonNull(group, "group is null");
            requireNonNull(machine, "machine is null");
            requireNonNull(levels, "levels is null");
        }
    }

    StarterRole(Construct scope, String id, Props props) {
        super(scope, id);
        role =
                Role.Builder.create(this, "Resource")
                        .description("Starts " + props.machine().name() + " by schedule")
                        .assumedBy(
                                new ServicePrincipal("scheduler.amazonaws.com")
                                        .withConditions(onlyTheGroup(props.group())))
                        .inlinePolicies(Map.of("Start", policy(props)))
                        .build();
    }

    String arn() {
        return role.getRoleArn();
    }

    /** User guide, "Cross-service confused deputy prevention": the group, not the schedule. */
    private Map<String, Object> onlyTheGroup(String group) {
        Stack stack = Stack.of(this);
        return Map.of(
                "StringEquals",
                new TreeMap<>(
                        Map.of(
                                "aws:SourceAccount",
                                stack.getAccount(),
                                "aws:SourceArn",
                                Arns.withSlash(stack, "scheduler", "schedule-group", group))));
    }

    private static PolicyDocument policy(Props props) {
        List<String> queues =
                Arrays.stream(ServiceLevel.values())
                        .map(level -> props.levels().level(level).undelivered().getQueueArn())
                        .toList();
        return PolicyDocument.Builder.create()
                .statements(
                        List.of(
                                allow("states:StartExecution", List.of(props.machine().arn())),
                                allow("sqs:SendMessage", queues)))
                .build();
    }

    private static PolicyStatement allow(String action, List<String> resources) {
        return PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(resources)
                .build();
    }
}
