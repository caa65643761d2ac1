package dev.nightjar.cdk.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.cdk.Project;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.pipeline.functions.FunctionsFile;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

final class MachineDocumentTest {
    private static final Set<String> FUNCTIONS =
            FunctionsFile.read(Project.functions()).functions().keySet();
    private static final RunId RUN =
            new RunId("loans", Slot.parse("20261102T0300Z"), Machine.SCORING, 1);

    @Test
    void bothMachinesAreSound() {
        assertThat(List.of("training", "scoring"))
                .allSatisfy(machine -> assertThat(file(machine).problems(FUNCTIONS)).isEmpty());
    }

    @Test
    void namesEveryPlaceholderThatNothingFills() {
        assertThat(file("scoring").problems(Set.of("PlanBatchFunction")))
                .contains(
                        "scoring.asl.json: nothing fills ${CommitBatchFunction}; there are"
                                + " [PlanBatchFunction]")
                .hasSize(6);
    }

    @Test
    void refusesAMachineWithoutATimeout() {
        assertThat(task("", "\"TimeoutSeconds\": 5,", "lambda:invoke"))
                .containsExactly(
                        "m.asl.json /: the machine has no TimeoutSeconds: it could run for a year");
    }

    @Test
    void refusesATaskWithoutATimeout() {
        assertThat(task("\"TimeoutSeconds\": 5,", "", "lambda:invoke"))
                .containsExactly("m.asl.json /States/Work: the Task has no TimeoutSeconds");
    }

    @Test
    void refusesAResourceWhoseRightsNobodyKnows() {
        assertThat(task("\"TimeoutSeconds\": 5,", "\"TimeoutSeconds\": 5,", "sqs:sendMessage"))
                .containsExactly(
                        "m.asl.json /States/Work: nobody knows the rights that"
                                + " 'arn:aws:states:::sqs:sendMessage' needs");
    }

    @Test
    void saysEverythingAtOnce() {
        assertThat(task("", "", "sqs:sendMessage")).hasSize(3);
    }

    @Test
    void namesWhatTheEngineRefuses() {
        MachineDocument document =
                new MachineDocument(
                        "m.asl.json",
                        file("scoring").text().replace("\"PlanBatch\": {", "\"P\": {"));
        assertThat(document.problems(FUNCTIONS))
                .anySatisfy(problem -> assertThat(problem).contains("MISSING_TRANSITION_TARGET"));
    }

    @Test
    void refusesAFunctionThatIsNoPlaceholder() {
        MachineDocument document =
                new MachineDocument(
                        "m.asl.json",
                        file("training").text().replace("${BuildBundleFunction}", "BuildBundle"));
        assertThat(document.problems(FUNCTIONS))
                .containsExactly(
                        "m.asl.json /States/BuildBundle: FunctionName 'BuildBundle' is no"
                                + " placeholder like ${PlanBatchFunction}");
    }

    @Test
    void refusesItemsWhoseKeyNobodyKnows() {
        MachineDocument document =
                new MachineDocument(
                        "m.asl.json",
                        file("scoring").text().replace("{% $rescoreKey %}", "{% $other %}"));
        assertThat(document.problems(FUNCTIONS))
                .containsExactly(
                        "m.asl.json /States/RescoreShards: nobody knows which objects Key"
                                + " '{% $other %}' names");
    }

    @Test
    void refusesADistributedMapWithoutALabel() {
        MachineDocument document =
                new MachineDocument(
                        "m.asl.json",
                        file("scoring").text().replace("\"Label\": \"ScoreShards\",", ""));
        assertThat(document.problems(FUNCTIONS))
                .containsExactly(
                        "m.asl.json /States/ScoreShards: a distributed Map needs a Label: it is"
                                + " part of its children's ARNs");
    }

    @Test
    void readsTheShardsWhereTheStoreHasThem() {
        assertThat(Keys.shards(RUN)).matches(regex(ItemKeys.of("{% $shardsKey %}").orElseThrow()));
    }

    @Test
    void readsWhatIsRescoredWhereTheStoreHasIt() {
        assertThat(Keys.rescore(RUN))
                .matches(regex(ItemKeys.of("{% $rescoreKey %}").orElseThrow()));
    }

    private static String regex(String pattern) {
        return pattern.replace(".", "\\.").replace("*", "[^/]+");
    }

    private static MachineDocument file(String machine) {
        return MachineDocument.read(Project.stateMachine(machine));
    }

    private static List<String> task(String machineTimeout, String taskTimeout, String resource) {
        String text =
                """
                {"QueryLanguage": "JSONata", %s "StartAt": "Work", "States": {"Work": {
                  "Type": "Task", "Resource": "arn:aws:states:::%s", %s
                  "Arguments": {"FunctionName": "${PlanBatchFunction}"}, "End": true}}}
                """
                        .formatted(machineTimeout, resource, taskTimeout);
        return new MachineDocument("m.asl.json", text).problems(FUNCTIONS);
    }
}
