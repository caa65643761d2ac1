package dev.nightjar.cdk.machine;

import static java.util.Objects.requireNonNull;

import dev.nightjar.cdk.Arns;
import dev.nightjar.cdk.Unscoped;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** The role of a machine: a statement a kind of right that its states need. */
final class MachineRole extends Construct {
    private final AslStateMachine.Props props;
    private final SortedSet<Right> rights;
    private final Role role;

    MachineRole(Construct scope, String id, AslStateMachine.Props props) {
        super(scope, id);
        this.props = props;
        this.rights = props.document().rights();
        this.role =
                Role.Builder.create(this, "Resource")
                        .description("What the states of " + props.name() + " do")
                        .assumedBy(
                                new ServicePrincipal("states.amazonaws.com")
                                        .withConditions(onlyThisAccount()))
                        .inlinePolicies(
                                Map.of(
                                        "States",
                                        PolicyDocument.Builder.create()
                                                .statements(statements())
                                                .build()))
                        .build();
        NagSuppressions.addResourceSuppressions(role, suppressions());
    }

    String arn() {
        return role.getRoleArn();
    }

    /** So that no other account's machine can make the service use this role. */
    private Map<String, Object> onlyThisAccount() {
        return Map.of("StringEquals", Map.of("aws:SourceAccount", stack().getAccount()));
    }

    private List<PolicyStatement> statements() {
        List<PolicyStatement> statements = new ArrayList<>();
        statements.addAll(functions());
        statements.addAll(items());
        statements.addAll(events());
        statements.addAll(children());
        statements.addAll(allow("DeliverLogs", Unscoped.LOG_DELIVERY.actions(), List.of("*")));
        statements.addAll(allow("Trace", Unscoped.TRACES.actions(), List.of("*")));
        return statements;
    }

    /**
     * Every version of the functions named, none unpublished: an execution under way over a
     * deployment, and its redrives, go on with the versions that they began with.
     */
    private List<PolicyStatement> functions() {
        List<String> versions = new ArrayList<>();
        for (Right.InvokeFunction each : only(Right.InvokeFunction.class)) {
            versions.add(
                    requireNonNull(props.functions().get(each.placeholder()))
                                    .getLambda()
                                    .getFunctionArn()
                            + ":*");
        }
        return allow("InvokeFunctions", List.of("lambda:InvokeFunction"), versions);
    }

    private List<PolicyStatement> items() {
        List<String> objects =
                only(Right.ReadItems.class).stream()
                        .map(each -> props.store().arnForObjects(each.keys()))
                        .toList();
        List<PolicyStatement> statements =
                new ArrayList<>(allow("ReadItems", List.of("s3:GetObject"), objects));
        IKey key = props.store().getEncryptionKey();
        if (key != null && !objects.isEmpty()) {
            statements.addAll(
                    allow("DecryptItems", List.of("kms:Decrypt"), List.of(key.getKeyArn())));
        }
        return statements;
    }

    private List<PolicyStatement> events() {
        return only(Right.PutEvents.class).isEmpty()
                ? List.of()
                : allow(
                        "PutEvents",
                        List.of("events:PutEvents"),
                        List.of(Arns.withSlash(stack(), "events", "event-bus", "default")));
    }

    /** Developer guide, "IAM policies for using Distributed Map states". */
    private List<PolicyStatement> children() {
        List<Right.RunChildren> maps = only(Right.RunChildren.class);
        if (maps.isEmpty()) {
            return List.of();
        }
        List<String> executions = new ArrayList<>();
        executions.add(execution(":*"));
        List<String> children = new ArrayList<>();
        maps.forEach(map -> children.add(execution("/" + map.label() + ":*")));
        executions.addAll(children);
        List<PolicyStatement> statements = new ArrayList<>();
        statements.addAll(
                allow(
                        "StartChildren",
                        List.of("states:StartExecution"),
                        List.of(Arns.stateMachine(stack(), props.name()))));
        statements.addAll(
                allow(
                        "FollowChildren",
                        List.of("states:DescribeExecution", "states:StopExecution"),
                        executions));
        statements.addAll(allow("RedriveChildren", List.of("states:RedriveExecution"), children));
        return statements;
    }

    private String execution(String rest) {
        return Arns.withColon(stack(), "states", "execution", props.name() + rest);
    }

    private <R extends Right> List<R> only(Class<R> kind) {
        return rights.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<PolicyStatement> allow(
            String id, List<String> actions, List<String> resources) {
        return resources.isEmpty()
                ? List.of()
                : List.of(
                        PolicyStatement.Builder.create()
                                .sid(id)
                                .actions(actions)
                                .resources(resources)
                                .build());
    }

    private static List<NagPackSuppression> suppressions() {
        return List.of(
                Unscoped.LOG_DELIVERY.suppression(),
                Unscoped.TRACES.suppression(),
                suppression(
                        "/^Resource::<[A-Za-z0-9]+\\.Arn>:\\*$/",
                        "The * stands for the published versions of exactly this function: an"
                                + " execution under way over a deployment, and its redrives, go on"
                                + " with the versions they began with."),
                suppression(
                        "/^Resource::<[A-Za-z0-9]+\\.Arn>\\/\\*\\/batches\\/.*\\.json$/",
                        "Pipeline, slot and attempt are part of the key and differ by run; the"
                                + " object's name does not."),
                suppression(
                        "/^Resource::arn:.*:execution:.*:\\*$/",
                        "Executions get their ids when they start; machine and Map are named"
                                + " (developer guide, IAM policies for using Distributed Map"
                                + " states)."));
    }

    private static NagPackSuppression suppression(String finding, String reason) {
        return NagPackSuppression.builder()
                .id("AwsSolutions-IAM5")
                .appliesTo(List.of(RegexAppliesTo.builder().regex(finding).build()))
                .reason(reason)
                .build();
    }

    private Stack stack() {
        return Stack.of(this);
    }
}
