package dev.nightjar.local.night;

import dev.nightjar.core.error.ErrorTable;
import dev.nightjar.core.error.ErrorTable.Continuation;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.UnclaimedFailure;
import dev.nightjar.local.aws.NextExecution;
import dev.nightjar.local.night.UnclaimedExecutions.Unclaimed;

import java.util.Optional;

/** Says what a person can do about an execution that claimed no slot. */
final class UnclaimedAttention {
    private static final String CORRECT = "correct the pipeline file, then   ";

    private UnclaimedAttention() {}

    /**
     * What happened, and the command that helps.
     *
     * @param ending of the commands that are ours
     */
    static StatusAnswer.Attention of(Unclaimed one, String ending) {
        UnclaimedFailure failure = one.failure();
        String what =
                "(%s%s) claimed no slot: %s failed: %s"
                        .formatted(
                                one.machine(),
                                one.slot().map(slot -> " of " + SlotText.iso(slot)).orElse(""),
                                failure.state(),
                                failure.cause());
        StatusAnswer.Attention needs =
                new StatusAnswer.Attention(null, one.name(), null, null, what, next(one, ending));
        return one.ofMachine()
                .map(machine -> needs.in(machine.phase(failure.state()), null))
                .orElse(needs);
    }

    private static String next(Unclaimed one, String ending) {
        String dismiss = "./nightjar status --dismiss " + one.name() + " --why TEXT" + ending;
        ErrorTable.Entry error = ErrorTable.of(one.failure().error());
        if (one.pipeline().equals(Keys.NO_PIPELINE) || error.continuation() == Continuation.NONE) {
            return dismiss;
        }
        Optional<NextExecution> deployed = NextExecution.after(one.failure().execution());
        boolean corrects = error.continuation() == Continuation.VALIDATE;
        if (deployed.isEmpty()) {
            return here(one).map(next -> (corrects ? CORRECT : "") + next + ending).orElse(dismiss);
        }
        if (corrects) {
            // The same input carries the same definition: the next slot takes the corrected one.
            return CORRECT + "./nightjar deploy   and   " + dismiss;
        }
        return error.newAttempt() ? deployed.get().command() : deployed.get().redrive();
    }

    private static Optional<String> here(Unclaimed one) {
        return one.slot()
                .flatMap(
                        slot ->
                                one.ofMachine()
                                        .map(
                                                machine ->
                                                        NeedsAttention.again(
                                                                machine, one.pipeline(), slot)))
                .map(command -> "./nightjar " + command);
    }
}
