package dev.nightjar.cdk.failure;

import static java.util.Objects.requireNonNull;

import dev.nightjar.cdk.machine.AslStateMachine;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.IVersion;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Has every execution recorded that ended badly, also when no Catch could see it: a time-out or an
 * abort of the machine, an error that nobody catches. Children of a Map have ARNs of their own and
 * are not matched.
 */
public final class FailureRule extends Construct {
    private static final List<String> ENDINGS = List.of("FAILED", "TIMED_OUT", "ABORTED");
    private static final int MOST_ATTEMPTS = 185;
    private static final Duration LONGEST = Duration.hours(24);
    private static final Duration LONGEST_QUEUED = Duration.hours(6);

    /**
     * What the rule needs.
     *
     * @param name of the deployment
     * @param recordFailure gets the event whole
     * @param undelivered keeps events that could be neither delivered nor recorded
     */
    public record Props(
            String name,
            List<AslStateMachine> machines,
            IVersion recordFailure,
            IQueue undelivered) {
        public Props {
            requireNonNull(name, "name is null");
            machines = List.copyOf(machines);
            requireNonNull(recordFailure, "recordFailure is null");
            requireNonNull(undelivered, "undelivered is null");
        }
    }

    /** Makes the rule, and lets it call the function. */
    public FailureRule(Construct scope, String id, Props props) {
        super(scope, id);
        props.recordFailure()
                .configureAsyncInvoke(
                        EventInvokeConfigOptions.builder()
                                .retryAttempts(2)
                                .maxEventAge(LONGEST_QUEUED)
                                .onFailure(new SqsDestination(props.undelivered()))
                                .build());
        Rule.Builder.create(this, "Rule")
                .ruleName(props.name() + "-failures")
                .description("Records executions that failed, timed out or were aborted")
                .eventPattern(pattern(props))
                .targets(
                        List.of(
                                LambdaFunction.Builder.create(props.recordFailure())
                                        .retryAttempts(MOST_ATTEMPTS)
                                        .maxEventAge(LONGEST)
                                        .deadLetterQueue(props.undelivered())
                                        .build()))
                .build();
    }

    /** User guide, "Step Functions events": Execution Status Change. */
    private static EventPattern pattern(Props props) {
        return EventPattern.builder()
                .source(List.of("aws.states"))
                .detailType(List.of("Step Functions Execution Status Change"))
                .detail(
                        new TreeMap<>(
                                Map.of(
                                        "status",
                                        ENDINGS,
                                        "stateMachineArn",
                                        props.machines().stream()
                                                .map(AslStateMachine::arn)
                                                .toList())))
                .build();
    }
}
