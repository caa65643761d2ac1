package dev.nightjar.cdk;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;

/** ARNs of this stack's account and region, for what is named rather than referred to. */
public final class Arns {
    private Arns() {}

    /** {@code arn:<partition>:<service>:<region>:<account>:<type>:<name>}. */
    public static String withColon(Stack stack, String service, String type, String name) {
        return stack.formatArn(
                ArnComponents.builder()
                        .service(service)
                        .resource(type)
                        .resourceName(name)
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build());
    }

    /** {@code arn:<partition>:<service>:<region>:<account>:<type>/<name>}. */
    public static String withSlash(Stack stack, String service, String type, String name) {
        return stack.formatArn(
                ArnComponents.builder()
                        .service(service)
                        .resource(type)
                        .resourceName(name)
                        .arnFormat(ArnFormat.SLASH_RESOURCE_NAME)
                        .build());
    }

    /** ARN of the state machine that has the name, whether or not it stands in the template. */
    public static String stateMachine(Stack stack, String name) {
        return withColon(stack, "states", "stateMachine", name);
    }
}
