package dev.nightjar.local.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.aws.s3.S3Clients;
import dev.nightjar.aws.s3.S3Store;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A deployment from its first day to its last, each by the command that a person types at the root:
 * synth, deploy, deploy with changes, destroy.
 */
@ExtendWith(OnLocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifecycleTest {
    private static final String NAME = "lifecycle";
    private static final String FUNCTION = NAME + "-PlanBatch";
    private static final String KEPT = "loans/kept.json";
    private static final String ADDED = "cars";

    /** Of an earlier deployment: functions that load bundles are told of it, so they change. */
    private static final String OLDER_KEY =
            "arn:aws:kms:us-east-1:000000000000:key/00000000-0000-4000-8000-000000000000";

    private final Emulator emulator;
    private final CloudFormationClient stacks;
    private final Path synthesized;
    private final Path deployed;
    private final Snapshot first;
    private final Snapshot changed;
    private final boolean stackIsLeft;

    LifecycleTest(LocalStackWorld world) throws IOException, InterruptedException {
        emulator = world.emulator();
        stacks = emulator.client(CloudFormationClient.builder());
        NightData data = NightData.in(world.folder());
        StackSettings settings = StackSettings.of(NAME, data.pipelines());

        synthesized = world.cdk().synth(settings);
        deployed = world.cdk().deploy(settings);
        first = snapshot(settings.stack());
        store(first).put(KEPT, Content.of("{}"));

        data.pauseScoring();
        data.addPipeline(ADDED);
        world.cdk().deploy(settings.with("trustedKeys", OLDER_KEY));
        changed = snapshot(settings.stack());

        world.cdk().destroy(settings);
        stackIsLeft = DeployedStack.exists(stacks, settings.stack());
    }

    /**
     * The stack at one time.
     *
     * @param definition of the scoring machine
     * @param pipelines that the training machine is started for
     * @param trainingState of the schedule, as the template has it
     * @param versions of the function
     */
    private record Snapshot(
            String bucket,
            String definition,
            List<String> pipelines,
            String trainingState,
            String scoringState,
            List<String> versions) {
        private Snapshot {
            pipelines = List.copyOf(pipelines);
            versions = List.copyOf(versions);
        }
    }

    private Snapshot snapshot(String name) {
        DeployedStack stack = DeployedStack.read(stacks, name);
        SfnClient states = emulator.client(SfnClient.builder());
        LambdaClient functions = emulator.client(LambdaClient.builder());
        JsonNode template =
                Json.parse(stacks.getTemplate(request -> request.stackName(name)).templateBody());
        String scoring = stack.machine(Machine.SCORING);
        return new Snapshot(
                stack.only("AWS::S3::Bucket"),
                states.describeStateMachine(request -> request.stateMachineArn(scoring))
                        .definition(),
                Schedule.pipelines(
                        emulator.client(SchedulerClient.builder()),
                        stack.machine(Machine.TRAINING)),
                scheduleState(template, "loans-training"),
                scheduleState(template, "loans-scoring"),
                functions
                        .listVersionsByFunctionPaginator(request -> request.functionName(FUNCTION))
                        .versions()
                        .stream()
                        .map(FunctionConfiguration::version)
                        .toList());
    }

    private static String scheduleState(JsonNode template, String schedule) {
        return template.path("Resources").values().stream()
                .filter(each -> each.path("Type").asString().equals("AWS::Scheduler::Schedule"))
                .map(each -> each.path("Properties"))
                .filter(properties -> properties.path("Name").asString().equals(schedule))
                .map(properties -> properties.path("State").asString())
                .findFirst()
                .orElseThrow();
    }

    private ObjectStore store(Snapshot snapshot) {
        return S3Store.at(
                "s3://" + snapshot.bucket(),
                emulator.client(S3Clients.builder(emulator.environment())));
    }

    @Test
    void whatIsSynthesizedIsWhatIsDeployed() {
        String template = "Lifecycle.template.json";
        assertThat(deployed.resolve(template))
                .hasSameBinaryContentAs(synthesized.resolve(template));
    }

    /** By the template: LocalStack 4.14 has CloudFormation leave a schedule as it was made. */
    @Test
    void onlyTheScheduleThatWasPausedIsPaused() {
        assertThat(first.scoringState()).isEqualTo("ENABLED");
        assertThat(changed.scoringState()).isEqualTo("DISABLED");
        assertThat(changed.trainingState()).isEqualTo("ENABLED");
    }

    @Test
    void aPipelineThatIsAddedHasSchedulesOfItsOwn() {
        assertThat(first.pipelines()).containsExactly(NightData.PIPELINE);
        assertThat(changed.pipelines()).containsExactlyInAnyOrder(NightData.PIPELINE, ADDED);
    }

    @Test
    void theMachineMovesToTheNewVersionOfAFunctionThatChanged() {
        assertThat(first.definition()).contains(FUNCTION + ":1\"");
        assertThat(changed.definition()).contains(FUNCTION + ":2\"");
    }

    @Test
    void aFunctionThatDidNotChangeKeepsItsVersion() {
        assertThat(changed.definition()).contains(NAME + "-TallyBatch:1\"");
    }

    @Test
    void theVersionThatABatchMayStillCallIsLeft() {
        assertThat(first.versions()).containsExactly("$LATEST", "1");
        assertThat(changed.versions()).containsExactly("$LATEST", "1", "2");
    }

    @Test
    void theBucketStays() {
        assertThat(changed.bucket()).isEqualTo(first.bucket());
    }

    @Test
    void whatIsDestroyedIsTheStackAndNotTheData() {
        assertThat(stackIsLeft).isFalse();
        assertThat(store(changed).find(KEPT)).isPresent();
    }
}
