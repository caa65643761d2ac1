package dev.nightjar.local.night;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.core.error.ErrorClass;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.UnclaimedFailure;
import dev.nightjar.core.store.Content;
import dev.nightjar.local.CommandRun;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** Failures without a run, as a deployment leaves them. */
class UnclaimedExecutionsTest {
    private static final String MACHINE = "arn:aws:states:eu-central-1:000000000000:execution:";
    private static final String LIST = "Lambda.Unknown";

    @TempDir private Path folder;
    private Platform platform;

    @BeforeEach
    void open() {
        platform = LocalPlatform.at(folder).clock(() -> CommandRun.NOW).open();
    }

    @AfterEach
    void close() {
        platform.close();
    }

    private void failed(String pipeline, String name, int number, String error) {
        UnclaimedFailure failure =
                new UnclaimedFailure(
                        MACHINE + "nightjar-scoring:" + name,
                        "2026-11-03T03:00:00Z",
                        "ClaimSlot",
                        error,
                        ErrorClass.SYSTEM,
                        "try " + number,
                        null,
                        CommandRun.NOW);
        String key = Keys.unclaimedFailure(pipeline, "scoring", name, number);
        platform.store().put(key, Content.of(Json.pretty(failure)));
    }

    private List<StatusAnswer.Attention> needs(String pipeline) {
        return new StatusAnswers(platform, "s3://here")
                .of(List.of(pipeline)).pipelines().getFirst().needsAttention().stream()
                        .filter(need -> need.execution() != null)
                        .toList();
    }

    @Test
    void eachExecutionCountsOnceWithItsNewestTry() {
        failed("loans", "9f2a", 2, LIST);
        failed("loans", "9f2a", 1, LIST);

        assertThat(needs("loans"))
                .extracting(StatusAnswer.Attention::what)
                .containsExactly(
                        "(scoring of 2026-11-03T03:00Z) claimed no slot: ClaimSlot failed: try 2");
    }

    @Test
    void aTryThatFailsAfterADismissalNeedsAPersonAgain() {
        UnclaimedExecutions executions = new UnclaimedExecutions(platform);
        failed("loans", "9f2a", 1, LIST);
        executions.dismiss(executions.named("9f2a").orElseThrow(), "somebody", "known");
        assertThat(needs("loans")).isEmpty();

        failed("loans", "9f2a", 2, LIST);

        assertThat(needs("loans")).hasSize(1);
    }

    @Test
    void whatWasNotCaughtIsRedriven() {
        failed("loans", "9f2a", 1, LIST);

        assertThat(needs("loans").getFirst().next())
                .isEqualTo(
                        "aws stepfunctions redrive-execution --region eu-central-1 --execution-arn "
                                + MACHINE
                                + "nightjar-scoring:9f2a");
    }

    @Test
    void aDefinitionIsCorrectedAndWhatItFailedIsDismissed() {
        failed("loans", "9f2a", 1, DefinitionInvalid.class.getName());

        assertThat(needs("loans").getFirst().next())
                .isEqualTo(
                        "correct the pipeline file, then   ./nightjar deploy   and   ./nightjar"
                                + " status --dismiss 9f2a --why TEXT --store s3://here");
    }

    @Test
    void whatWasForNoPipelineIsDismissedAndDemandsNoModel() {
        failed(Keys.NO_PIPELINE, "9f2a", 1, LIST);

        StatusAnswer.Pipeline none = new StatusAnswers(platform, null).all().pipelines().getFirst();

        assertThat(none.pipeline()).isEqualTo(Keys.NO_PIPELINE);
        assertThat(none.needsAttention())
                .extracting(StatusAnswer.Attention::next)
                .containsExactly("./nightjar status --dismiss 9f2a --why TEXT");
    }
}
