package dev.nightjar.asl.run;

/** The types of {@link HistoryEvent}s, as AWS names them. */
public enum EventType {
    EXECUTION_STARTED("ExecutionStarted"),
    EXECUTION_SUCCEEDED("ExecutionSucceeded"),
    EXECUTION_FAILED("ExecutionFailed"),
    EXECUTION_TIMED_OUT("ExecutionTimedOut"),
    EXECUTION_ABORTED("ExecutionAborted"),
    EXECUTION_REDRIVEN("ExecutionRedriven"),
    PASS_STATE_ENTERED("PassStateEntered"),
    PASS_STATE_EXITED("PassStateExited"),
    TASK_STATE_ENTERED("TaskStateEntered"),
    TASK_STATE_EXITED("TaskStateExited"),
    TASK_STATE_ABORTED("TaskStateAborted"),
    CHOICE_STATE_ENTERED("ChoiceStateEntered"),
    CHOICE_STATE_EXITED("ChoiceStateExited"),
    WAIT_STATE_ENTERED("WaitStateEntered"),
    WAIT_STATE_EXITED("WaitStateExited"),
    WAIT_STATE_ABORTED("WaitStateAborted"),
    SUCCEED_STATE_ENTERED("SucceedStateEntered"),
    SUCCEED_STATE_EXITED("SucceedStateExited"),
    FAIL_STATE_ENTERED("FailStateEntered"),
    PARALLEL_STATE_ENTERED("ParallelStateEntered"),
    PARALLEL_STATE_STARTED("ParallelStateStarted"),
    PARALLEL_STATE_SUCCEEDED("ParallelStateSucceeded"),
    PARALLEL_STATE_FAILED("ParallelStateFailed"),
    PARALLEL_STATE_ABORTED("ParallelStateAborted"),
    PARALLEL_STATE_EXITED("ParallelStateExited"),
    MAP_STATE_ENTERED("MapStateEntered"),
    MAP_STATE_STARTED("MapStateStarted"),
    MAP_STATE_SUCCEEDED("MapStateSucceeded"),
    MAP_STATE_FAILED("MapStateFailed"),
    MAP_STATE_ABORTED("MapStateAborted"),
    MAP_STATE_EXITED("MapStateExited"),
    MAP_ITERATION_STARTED("MapIterationStarted"),
    MAP_ITERATION_SUCCEEDED("MapIterationSucceeded"),
    MAP_ITERATION_FAILED("MapIterationFailed"),
    MAP_ITERATION_ABORTED("MapIterationAborted"),
    MAP_RUN_STARTED("MapRunStarted"),
    MAP_RUN_SUCCEEDED("MapRunSucceeded"),
    MAP_RUN_FAILED("MapRunFailed"),
    MAP_RUN_ABORTED("MapRunAborted"),
    MAP_RUN_REDRIVEN("MapRunRedriven"),
    TASK_SCHEDULED("TaskScheduled"),
    TASK_STARTED("TaskStarted"),
    TASK_SUBMITTED("TaskSubmitted"),
    TASK_SUCCEEDED("TaskSucceeded"),
    TASK_FAILED("TaskFailed"),
    TASK_TIMED_OUT("TaskTimedOut"),
    LAMBDA_FUNCTION_SCHEDULED("LambdaFunctionScheduled"),
    LAMBDA_FUNCTION_STARTED("LambdaFunctionStarted"),
    LAMBDA_FUNCTION_SUCCEEDED("LambdaFunctionSucceeded"),
    LAMBDA_FUNCTION_FAILED("LambdaFunctionFailed"),
    LAMBDA_FUNCTION_TIMED_OUT("LambdaFunctionTimedOut"),
    EVALUATION_FAILED("EvaluationFailed");

    private final String awsName;

    EventType(String awsName) {
        this.awsName = awsName;
    }

    /** The name in GetExecutionHistory. */
    public String awsName() {
        return awsName;
    }

    @Override
    public String toString() {
        return awsName;
    }
}
