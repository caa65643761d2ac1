package dev.nightjar.local.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.Evaluation;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Manifest;
import dev.nightjar.core.night.Move;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.TrainedCandidate;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.run.ServingPointer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.List;

/** A whole night of the deployed pipeline, and the same on one machine. */
@ExtendWith(OnLocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightTest {
    private static final int BOOSTED_TREES = 1;

    private final Deployment deployment;
    private final FirstNight night;

    NightTest(Deployment deployment) {
        this.deployment = deployment;
        this.night = deployment.firstNight();
    }

    @BeforeAll
    void bothMachinesSucceeded() {
        assertThat(night.training().status())
                .as(night.training().toString())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(night.scoring().status())
                .as(night.scoring().toString())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void theScheduleCarriesTheDefinitionOverTheBucketsData() {
        JsonNode definition =
                Json.parse(deployment.schedule(Machine.TRAINING).input()).path("definition");
        assertThat(definition.path("pipeline").asString()).isEqualTo(NightData.PIPELINE);
        assertThat(definition.path("data").asString())
                .isEqualTo(deployment.address() + "/data/loans/");
    }

    @Test
    void theTrainingGoesThroughItsStates() {
        assertThat(night.training().states())
                .containsExactly(
                        "ClaimSlot",
                        "SlotIsClaimed",
                        "PrepareData",
                        "TrainCandidates",
                        "TrainCandidate",
                        "TrainCandidate",
                        "EvaluateCandidates",
                        "GatesAreOpen",
                        "BuildBundle",
                        "ReleaseModel",
                        "PublishReport",
                        "AnnounceOutcome",
                        "Done");
    }

    @Test
    void boostedTreesAreTrainedInTheirContainerAndWin() {
        TrainedCandidate trees =
                deployment
                        .records()
                        .requireStep(
                                night.trainingRun(),
                                "TrainCandidate-" + BOOSTED_TREES,
                                TrainedCandidate.class);
        assertThat(trees.problem()).isNull();
        assertThat(evaluation().item()).isEqualTo(BOOSTED_TREES);
    }

    @Test
    void thePointerMovesToTheReleasedModel() {
        Move first =
                new ServingPointer(deployment.store()).moveOf(night.trainingRun()).orElseThrow();
        assertThat(night.training().outcome()).isEqualTo(Outcome.RELEASED.name());
        assertThat(first.n()).isEqualTo(1);
        assertThat(first.model()).isEqualTo(evaluation().version());
    }

    @Test
    void theResultsAreCommitted() {
        assertThat(night.scoring().outcome()).isEqualTo(Outcome.COMMITTED.name());
        assertThat(deployment.records().committedRun(NightData.PIPELINE, FirstNight.SCORING))
                .contains(night.scoringRun());
    }

    @Test
    void theLedgerHolds() {
        Manifest manifest = manifest();
        assertThat(manifest.ledger().holds()).isTrue();
        assertThat(manifest.ledger().input())
                .isEqualTo(NightData.OBJECTS * NightData.ROWS_OF_AN_OBJECT);
        assertThat(manifest.ledger().quarantined()).isEqualTo(NightData.OBJECTS);
    }

    @Test
    void theReportsStandBesideTheOutcomes() {
        for (OutcomeRecord outcome :
                List.of(
                        deployment.records().outcome(night.trainingRun()).orElseThrow(),
                        deployment.records().outcome(night.scoringRun()).orElseThrow())) {
            assertThat(deployment.store().head(Keys.reportHtml(outcome.run()))).isPresent();
        }
    }

    @Test
    void theRowsAreThoseOfTheSameNightOnOneMachine(@TempDir Path folder)
            throws InterruptedException {
        NightOnOneMachine here =
                NightOnOneMachine.of(
                        deployment.schedule(Machine.SCORING).input(),
                        deployment.data(),
                        FirstNight.TRAINING,
                        FirstNight.SCORING,
                        folder);
        assertThat(CommittedText.of(deployment.store(), night.scoringRun()))
                .isEqualTo(CommittedText.of(here.store(), here.scoring()))
                .hasLineCount(NightData.OBJECTS * NightData.ROWS_OF_AN_OBJECT);
    }

    private Evaluation evaluation() {
        return deployment
                .records()
                .requireStep(night.trainingRun(), "EvaluateCandidates-1", Evaluation.class);
    }

    private Manifest manifest() {
        return deployment.records().manifest(night.scoringRun()).orElseThrow();
    }
}
