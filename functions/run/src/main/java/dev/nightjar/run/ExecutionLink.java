package dev.nightjar.run;

import dev.nightjar.aws.states.ExecutionArn;

/** Where a person looks at an execution. */
public final class ExecutionLink {
    private ExecutionLink() {}

    /** Its page in the console; the ARN itself where there is no console for it. */
    public static String of(String execution) {
        return ExecutionArn.parse(execution)
                .filter(arn -> arn.isDeployed() && execution.startsWith("arn:aws:"))
                .map(
                        arn ->
                                "https://%1$s.console.aws.amazon.com/states/home?region=%1$s#/v2/executions/details/%2$s"
                                        .formatted(arn.region(), execution))
                .orElse(execution);
    }
}
