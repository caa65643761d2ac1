package dev.nightjar.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.states.ExecutionArn;
import dev.nightjar.core.error.ErrorTable;
import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.UnclaimedFailure;

import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * The command that helps after a failure: ours where it can, and the AWS command line's where an
 * execution of Step Functions has to be started.
 *
 * @param store as {@code --store} takes it
 * @param execution that failed
 */
record NextStep(String store, String execution) {
    private static final Pattern PLAIN = Pattern.compile("[\\w./:=@%+,-]+");

    NextStep {
        requireNonNull(store, "store is null");
        requireNonNull(execution, "execution is null");
    }

    String after(FailureRecord failure) {
        RunId run = failure.run();
        return switch (ErrorTable.of(failure.error()).continuation()) {
            case AGAIN -> "mend the data, then   " + again(run, false);
            case TRAIN -> train(run);
            case VALIDATE -> validate(run.pipeline());
            case ROLLBACK -> command("rollback", run.pipeline());
            case RERUN -> again(run, true);
            case NONE -> command("runs", run.pipeline());
            case REDRIVE -> command("redrive", run.toString());
        };
    }

    /**
     * Without a run there is none to redrive: the execution itself goes on, or a new one starts.
     */
    String after(UnclaimedFailure failure) {
        return switch (ErrorTable.of(failure.error()).continuation()) {
            case VALIDATE -> "correct the pipeline file, then start the slot again";
            case AGAIN, TRAIN, ROLLBACK, RERUN, NONE ->
                    "mend the cause, then   "
                            + (isDeployed() ? execution(false) : "start the slot again");
            case REDRIVE ->
                    isDeployed()
                            ? "aws stepfunctions redrive-execution --execution-arn " + execution
                            : "start the slot again";
        };
    }

    private String train(RunId run) {
        if (run.machine() == Machine.TRAINING) {
            return "mend the data or the pipeline file, then   " + again(run, false);
        }
        return isDeployed()
                ? "release a model: start the training machine with its schedule's input, then   "
                        + again(run, false)
                : command("train", run.pipeline());
    }

    private String validate(String pipeline) {
        return isDeployed()
                ? "correct the pipeline file, then   ./nightjar deploy"
                : "correct the pipeline file, then   ./nightjar validate " + pipeline;
    }

    /** The slot's next attempt. */
    private String again(RunId run, boolean rerun) {
        if (!isDeployed()) {
            String word = run.machine() == Machine.TRAINING ? "train" : "score";
            String slot = run.slot().time().atOffset(ZoneOffset.UTC).toString();
            return command(word, run.pipeline() + " --slot " + slot) + (rerun ? " --rerun" : "");
        }
        return execution(rerun);
    }

    /** A new execution with the same input. */
    private String execution(boolean rerun) {
        String input =
                "aws stepfunctions describe-execution --execution-arn %s --query input --output text"
                        .formatted(execution);
        String changed = rerun ? " | sed '1s/{/{\"rerun\":\"complete\",/'" : "";
        return "aws stepfunctions start-execution --state-machine-arn %s --input \"$(%s%s)\""
                .formatted(machine(), input, changed);
    }

    private String machine() {
        return execution
                .substring(0, execution.lastIndexOf(':'))
                .replaceFirst(":execution:", ":stateMachine:");
    }

    private String command(String word, String subject) {
        String quoted =
                PLAIN.matcher(store).matches() ? store : "'" + store.replace("'", "'\\''") + "'";
        return "./nightjar " + word + " " + subject + " --store " + quoted;
    }

    private boolean isDeployed() {
        return ExecutionArn.parse(execution).filter(ExecutionArn::isDeployed).isPresent();
    }
}
