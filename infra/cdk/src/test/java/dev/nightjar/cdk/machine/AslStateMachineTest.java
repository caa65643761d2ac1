package dev.nightjar.cdk.machine;

import static dev.nightjar.cdk.Resources.spelled;
import static dev.nightjar.cdk.Resources.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.cdk.Night;
import dev.nightjar.cdk.NotDeployable;
import dev.nightjar.cdk.Project;
import dev.nightjar.cdk.Resources;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.Bucket;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

final class AslStateMachineTest {
    private static final String ARN =
            "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:";

    private final Resources night = Night.resources();

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void theFileStandsInTheTemplateByteByByte(String machine) {
        assertThat(machine(machine).path("DefinitionString").asString())
                .isEqualTo(MachineDocument.read(Project.stateMachine(machine)).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void everyPlaceholderIsFilled(String machine) {
        Set<String> open = MachineDocument.read(Project.stateMachine(machine)).placeholders();
        assertThat(new TreeSet<>(machine(machine).path("DefinitionSubstitutions").propertyNames()))
                .isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void everyPlaceholderIsAVersion(String machine) {
        assertThat(machine(machine).path("DefinitionSubstitutions").values())
                .allSatisfy(
                        arn ->
                                assertThat(night.referred(arn).path("Type").asString())
                                        .isEqualTo("AWS::Lambda::Version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void everyPlaceholderIsTheVersionOfItsOwnFunction(String machine) {
        assertThat(machine(machine).path("DefinitionSubstitutions").properties())
                .allSatisfy(
                        filled ->
                                assertThat(
                                                spelled(
                                                        night.referred(filled.getValue())
                                                                .path("Properties")
                                                                .path("FunctionName")))
                                        .isEqualTo("${" + filled.getKey() + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void isOfTypeStandard(String machine) {
        assertThat(machine(machine).path("StateMachineType").asString()).isEqualTo("STANDARD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void traces(String machine) {
        assertThat(machine(machine).at("/TracingConfiguration/Enabled").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void logsEverythingWithItsData(String machine) {
        assertThat(machine(machine).path("LoggingConfiguration").toString())
                .contains("\"IncludeExecutionData\":true", "\"Level\":\"ALL\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void logsIntoAGroupOfItsOwn(String machine) {
        JsonNode group =
                machine(machine)
                        .at(
                                "/LoggingConfiguration/Destinations/0/CloudWatchLogsLogGroup/LogGroupArn");
        assertThat(night.referred(group).at("/Properties/LogGroupName").asString())
                .isEqualTo("/aws/vendedlogs/states/nightjar-" + machine);
    }

    @Test
    void trainingMayDoWhatItsStatesDo() {
        assertThat(rights("training"))
                .isEqualTo(
                        sorted(
                                Map.of(
                                        "lambda:InvokeFunction",
                                        versions(
                                                "BuildBundle",
                                                "ClaimSlot",
                                                "EvaluateCandidates",
                                                "PrepareData",
                                                "PublishReport",
                                                "RecordFailure",
                                                "ReleaseModel",
                                                "TrainCandidate"),
                                        "events:PutEvents",
                                        defaultBus())));
    }

    @Test
    void scoringMayDoWhatItsStatesDo() {
        assertThat(rights("scoring"))
                .isEqualTo(
                        sorted(
                                Map.of(
                                        "lambda:InvokeFunction",
                                        versions(
                                                "ClaimSlot",
                                                "CommitBatch",
                                                "PlanBatch",
                                                "PublishReport",
                                                "RecordFailure",
                                                "ScoreShard",
                                                "TallyBatch"),
                                        "events:PutEvents",
                                        defaultBus(),
                                        "s3:GetObject",
                                        Set.of(
                                                "${Store.Arn}/*/batches/*/*/rescore.json",
                                                "${Store.Arn}/*/batches/*/*/shards.json"),
                                        "states:StartExecution",
                                        Set.of(ARN + "stateMachine:nightjar-scoring"),
                                        "states:DescribeExecution states:StopExecution",
                                        Set.of(
                                                ARN + "execution:nightjar-scoring:*",
                                                ARN + "execution:nightjar-scoring/ScoreShards:*",
                                                ARN + "execution:nightjar-scoring/RescoreShards:*"),
                                        "states:RedriveExecution",
                                        Set.of(
                                                ARN + "execution:nightjar-scoring/ScoreShards:*",
                                                ARN
                                                        + "execution:nightjar-scoring/RescoreShards:*"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void onlyLogDeliveryAndTracingAreOnEveryResource(String machine) {
        assertThat(statements(machine))
                .filteredOn(statement -> texts(statement.path("Resource")).contains("*"))
                .extracting(statement -> statement.path("Sid").asString())
                .containsExactly("DeliverLogs", "Trace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void onlyThisAccountsMachinesTakeTheRole(String machine) {
        assertThat(role(machine).at("/AssumeRolePolicyDocument/Statement/0/Condition").toString())
                .isEqualTo(
                        "{\"StringEquals\":{\"aws:SourceAccount\":{\"Ref\":\"AWS::AccountId\"}}}");
    }

    @Test
    void refusesAMachineWithProblems() {
        Stack stack = new Stack(new App(), "Refused");
        AslStateMachine.Props props =
                new AslStateMachine.Props(
                        "nightjar-scoring",
                        MachineDocument.read(Project.stateMachine("scoring")),
                        Map.of(),
                        new Bucket(stack, "Store"),
                        RetentionDays.ONE_DAY);
        assertThatThrownBy(() -> new AslStateMachine(stack, "Scoring", props))
                .isInstanceOf(NotDeployable.class)
                .hasMessageContaining("nothing fills ${ClaimSlotFunction}")
                .hasMessageContaining("nothing fills ${TallyBatchFunction}");
    }

    private JsonNode machine(String machine) {
        return night.one(
                "AWS::StepFunctions::StateMachine", "StateMachineName", "nightjar-" + machine);
    }

    private JsonNode role(String machine) {
        return night.referred(machine(machine).path("RoleArn")).path("Properties");
    }

    private Iterable<JsonNode> statements(String machine) {
        return role(machine).at("/Policies/0/PolicyDocument/Statement");
    }

    /** Resources by actions, wildcards left out. */
    private SortedMap<String, Set<String>> rights(String machine) {
        SortedMap<String, Set<String>> rights = new TreeMap<>();
        for (JsonNode statement : statements(machine)) {
            Set<String> resources = new TreeSet<>(texts(statement.path("Resource")));
            if (!resources.contains("*")) {
                rights.put(String.join(" ", texts(statement.path("Action"))), resources);
            }
        }
        return rights;
    }

    private static SortedMap<String, Set<String>> sorted(Map<String, Set<String>> rights) {
        return new TreeMap<>(rights);
    }

    private static Set<String> versions(String... functions) {
        Set<String> versions = new TreeSet<>();
        for (String function : functions) {
            versions.add("${" + function + "Function.Arn}:*");
        }
        return versions;
    }

    private static Set<String> defaultBus() {
        return Set.of(
                "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/default");
    }
}
