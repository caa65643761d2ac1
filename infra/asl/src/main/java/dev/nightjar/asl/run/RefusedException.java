package dev.nightjar.asl.run;

import java.io.Serial;

/** A request about an execution that cannot be met as the execution is now. */
public final class RefusedException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    /** Why, as Step Functions' API names it. */
    public enum Reason {
        /** There is no such execution. */
        EXECUTION_DOES_NOT_EXIST("ExecutionDoesNotExist"),
        /** There is an execution of that name already. */
        EXECUTION_ALREADY_EXISTS("ExecutionAlreadyExists"),
        /** The execution is not eligible for redrive; the message names the rule. */
        EXECUTION_NOT_REDRIVABLE("ExecutionNotRedrivable"),
        /** A live process runs the execution. Not of AWS, where processes do not show. */
        EXECUTION_IN_USE("ExecutionInUse"),
        /** The execution has ended. Not of AWS, where nothing needs to be resumed. */
        EXECUTION_ENDED("ExecutionEnded");

        private final String awsName;

        Reason(String awsName) {
            this.awsName = awsName;
        }

        /** The error code. */
        public String awsName() {
            return awsName;
        }
    }

    private final Reason reason;

    /** A refusal; the message says what rule it breaks. */
    public RefusedException(Reason reason, String message) {
        super(reason.awsName() + ": " + message);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
