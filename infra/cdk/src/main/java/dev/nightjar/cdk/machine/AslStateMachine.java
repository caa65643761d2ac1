package dev.nightjar.cdk.machine;

import static java.util.Objects.requireNonNull;

import dev.nightjar.cdk.NotDeployable;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.lambda.IVersion;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine.CloudWatchLogsLogGroupProperty;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine.LogDestinationProperty;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine.LoggingConfigurationProperty;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine.TracingConfigurationProperty;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A state machine whose file stands in the template byte by byte, beside the version of a function
 * for each of its placeholders. Its role may do what its states do, and nothing else.
 */
public final class AslStateMachine extends Construct {
    private final String name;
    private final CfnStateMachine machine;

    /**
     * What the machine is made of.
     *
     * @param name of the machine, also in its ARN
     * @param functions a version for each placeholder; others are not looked at
     * @param store the bucket that ItemReaders read
     */
    public record Props(
            String name,
            MachineDocument document,
            Map<String, IVersion> functions,
            IBucket store,
            RetentionDays retention) {
        public Props {
            requireNonNull(name, "name is null");
            requireNonNull(document, "document is null");
            functions = Map.copyOf(functions);
            requireNonNull(store, "store is null");
            requireNonNull(retention, "retention is null");
        }
    }

    /**
     * Makes the machine, its role and its log group.
     *
     * @throws NotDeployable when the document has problems
     */
    public AslStateMachine(Construct scope, String id, Props props) {
        super(scope, id);
        NotDeployable.ifAny(props.document().problems(props.functions().keySet()));
        name = props.name();
        LogGroup logs =
                LogGroup.Builder.create(this, "Logs")
                        .logGroupName("/aws/vendedlogs/states/" + name)
                        .retention(props.retention())
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        machine =
                CfnStateMachine.Builder.create(this, "Machine")
                        .stateMachineName(name)
                        .stateMachineType("STANDARD")
                        .definitionString(props.document().text())
                        .definitionSubstitutions(versionArns(props))
                        .roleArn(new MachineRole(this, "Role", props).arn())
                        .loggingConfiguration(everything(logs))
                        .tracingConfiguration(
                                TracingConfigurationProperty.builder().enabled(true).build())
                        .build();
    }

    private static SortedMap<String, String> versionArns(Props props) {
        SortedMap<String, String> arns = new TreeMap<>();
        for (String placeholder : props.document().placeholders()) {
            arns.put(
                    placeholder,
                    requireNonNull(props.functions().get(placeholder)).getFunctionArn());
        }
        return arns;
    }

    private static LoggingConfigurationProperty everything(LogGroup logs) {
        return LoggingConfigurationProperty.builder()
                .level("ALL")
                .includeExecutionData(true)
                .destinations(
                        List.of(
                                LogDestinationProperty.builder()
                                        .cloudWatchLogsLogGroup(
                                                CloudWatchLogsLogGroupProperty.builder()
                                                        .logGroupArn(logs.getLogGroupArn())
                                                        .build())
                                        .build()))
                .build();
    }

    /** The machine's name. */
    public String name() {
        return name;
    }

    /** The machine's ARN, a reference to the resource. */
    public String arn() {
        return machine.getRef();
    }
}
