package dev.nightjar.asl.run;

import java.util.regex.Pattern;

/**
 * The Resource of a Task, in parts ("Integrating services", developer guide).
 *
 * @param arn as the document has it
 * @param type the service with {@code aws-sdk:} in front where it is said; empty for functions
 * @param name the action with its pattern, or the whole ARN
 * @param pattern what follows the action: {@code .sync}, {@code .waitForTaskToken}, or empty
 * @param isFunction whether it is the ARN of a Lambda function
 */
record TaskResource(String arn, String type, String name, String pattern, boolean isFunction) {
    static final String TOKEN = ".waitForTaskToken";
    static final String SYNC = ".sync";
    static final String SYNC_2 = ".sync:2";
    static final String START_EXECUTION = "arn:aws:states:::states:startExecution";

    private static final String INTEGRATION = "arn:aws:states:::";
    private static final Pattern FUNCTION = Pattern.compile("arn:[^:]+:lambda:.*");

    static TaskResource of(String arn) {
        if (!arn.startsWith(INTEGRATION)) {
            return new TaskResource(arn, "", arn, "", FUNCTION.matcher(arn).matches());
        }
        String tail = arn.substring(INTEGRATION.length());
        int dot = tail.indexOf('.');
        String pattern = dot < 0 ? "" : tail.substring(dot);
        int colon = tail.lastIndexOf(':', dot < 0 ? tail.length() : dot);
        String type = colon < 0 ? "" : tail.substring(0, colon);
        return new TaskResource(arn, type, tail.substring(colon + 1), pattern, false);
    }

    boolean waitsForToken() {
        return pattern.equals(TOKEN);
    }

    /** The ARN without its pattern. */
    String action() {
        return arn.substring(0, arn.length() - pattern.length());
    }

    /** What AWS calls the task when its result is too large. */
    String producer() {
        return type.isEmpty() ? arn : type;
    }
}
