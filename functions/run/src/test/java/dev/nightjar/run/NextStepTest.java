package dev.nightjar.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.error.BundleRefused;
import dev.nightjar.core.error.Conflict;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.core.error.ErrorTable;
import dev.nightjar.core.error.LedgerBroken;
import dev.nightjar.core.error.ModelUnfit;
import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.UnclaimedFailure;

import org.junit.jupiter.api.Test;

class NextStepTest {
    private static final RunId SCORING = RunId.parse("loans-20261103T0300Z-s01");
    private static final RunId TRAINING = RunId.parse("loans-20261103T0100Z-t01");
    private static final String ARN = "arn:aws:states:eu-central-1:123456789012:";
    private static final String AGAIN =
            "aws stepfunctions start-execution --state-machine-arn "
                    + ARN
                    + "stateMachine:nightjar-scoring --input \"$(aws stepfunctions"
                    + " describe-execution --execution-arn "
                    + ARN
                    + "execution:nightjar-scoring:e --query input --output text)\"";

    private final NextStep deployed =
            new NextStep("s3://bucket", ARN + "execution:nightjar-scoring:e");
    private final NextStep here =
            new NextStep("/my nights", "arn:aws:states:here:000000000000:execution:scoring:e");

    private static FailureRecord failure(RunId run, String error) {
        ErrorTable.Entry entry = ErrorTable.of(error);
        return new FailureRecord(
                run,
                1,
                "State",
                null,
                ErrorTable.shortName(error),
                entry.errorClass(),
                "cause",
                null,
                null,
                null,
                Events.START);
    }

    @Test
    void whatMayGoOnIsRedriven() {
        assertThat(deployed.after(failure(SCORING, "Lambda.Unknown")))
                .isEqualTo("./nightjar redrive loans-20261103T0300Z-s01 --store s3://bucket");
    }

    @Test
    void anAddressIsQuotedWhereItMustBe() {
        assertThat(here.after(failure(SCORING, "Lambda.Unknown")))
                .isEqualTo("./nightjar redrive loans-20261103T0300Z-s01 --store '/my nights'");
    }

    @Test
    void mendedDataIsScoredByTheSlotsNextAttempt() {
        assertThat(here.after(failure(SCORING, DataUnfit.class.getName())))
                .isEqualTo(
                        "mend the data, then   ./nightjar score loans --slot 2026-11-03T03:00Z"
                                + " --store '/my nights'");
    }

    @Test
    void aDeployedSlotIsStartedAgainWithTheSameInput() {
        assertThat(deployed.after(failure(SCORING, DataUnfit.class.getName())))
                .isEqualTo("mend the data, then   " + AGAIN);
    }

    @Test
    void aBrokenLedgerIsScoredAnew() {
        assertThat(here.after(failure(SCORING, LedgerBroken.class.getName())))
                .endsWith("--store '/my nights' --rerun");
    }

    @Test
    void aDeployedRerunIsAskedForInTheInput() {
        assertThat(deployed.after(failure(SCORING, LedgerBroken.class.getName())))
                .isEqualTo(
                        AGAIN.replace(
                                "--output text)",
                                "--output text | sed '1s/{/{\"rerun\":\"complete\",/')"));
    }

    @Test
    void aRefusedBundleIsLeft() {
        assertThat(deployed.after(failure(SCORING, BundleRefused.class.getName())))
                .isEqualTo("./nightjar rollback loans --store s3://bucket");
    }

    @Test
    void aConflictNeedsALookAlone() {
        assertThat(deployed.after(failure(SCORING, Conflict.class.getName())))
                .isEqualTo("./nightjar runs loans --store s3://bucket");
    }

    @Test
    void aDefinitionIsCorrectedAndDeployed() {
        assertThat(deployed.after(failure(SCORING, DefinitionInvalid.class.getName())))
                .isEqualTo("correct the pipeline file, then   ./nightjar deploy");
        assertThat(here.after(failure(SCORING, DefinitionInvalid.class.getName())))
                .isEqualTo("correct the pipeline file, then   ./nightjar validate loans");
    }

    @Test
    void aMissingModelIsTrained() {
        assertThat(here.after(failure(SCORING, ModelUnfit.class.getName())))
                .isEqualTo("./nightjar train loans --store '/my nights'");
        assertThat(deployed.after(failure(SCORING, ModelUnfit.class.getName())))
                .startsWith("release a model: ")
                .endsWith(AGAIN);
        assertThat(here.after(failure(TRAINING, ModelUnfit.class.getName())))
                .isEqualTo(
                        "mend the data or the pipeline file, then   ./nightjar train loans"
                                + " --slot 2026-11-03T01:00Z --store '/my nights'");
    }

    private static UnclaimedFailure unclaimed(String error) {
        return new UnclaimedFailure(
                "e",
                null,
                "ClaimSlot",
                ErrorTable.shortName(error),
                ErrorTable.of(error).errorClass(),
                "cause",
                null,
                Events.START);
    }

    @Test
    void withoutARunTheExecutionItselfIsRedriven() {
        assertThat(deployed.after(unclaimed("Lambda.Unknown")))
                .isEqualTo(
                        "aws stepfunctions redrive-execution --execution-arn "
                                + ARN
                                + "execution:nightjar-scoring:e");
        assertThat(here.after(unclaimed("Lambda.Unknown"))).isEqualTo("start the slot again");
    }

    @Test
    void whatTheMachineCaughtWithoutARunNeedsANewExecution() {
        String unfit = DataUnfit.class.getName();
        assertThat(deployed.after(unclaimed(unfit))).isEqualTo("mend the cause, then   " + AGAIN);
        assertThat(here.after(unclaimed(unfit)))
                .isEqualTo("mend the cause, then   start the slot again");
    }

    @Test
    void withoutARunADefinitionIsCorrectedToo() {
        assertThat(deployed.after(unclaimed(DefinitionInvalid.class.getName())))
                .isEqualTo("correct the pipeline file, then start the slot again");
    }
}
