package dev.nightjar.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.local.CommandRun;
import dev.nightjar.local.StandInTools;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** {@code deploy} with a stand-in for npx. */
class DeployCommandTest {
    private static final String DEPLOYS =
            """
            echo "the stack is made"
            echo "a warning" >&2
            while [ $# -gt 0 ]; do
                if [ "$1" = --outputs-file ]; then
                    printf '%s' '{"Nightjar": {"Bucket": "nightjar-b", "TrainingConsole": "https://t",
                        "StartTraining": "aws start it"}, "Prod": {"Bucket": "prod-b"}}' > "$2"
                fi
                shift
            done
            """;

    @TempDir private Path folder;

    private StandInTools tools;

    @BeforeEach
    void prepare() {
        tools = StandInTools.in(folder);
        tools.program("npx", DEPLOYS);
        tools.program("npm", "");
    }

    private void replaceInPipeline(String text, String other) {
        String changed = StandInTools.example().replace(text, other);
        assertThat(changed).isNotEqualTo(StandInTools.example());
        tools.write("home/pipelines/loans.yaml", changed);
    }

    @Test
    void runsThePinnedCommandLineAtTheRoot() {
        CommandRun run = tools.run("deploy", "--yes", "--", "--profile", "prod");

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> call = tools.calls("npx");
        assertThat(call.getFirst()).isEqualTo("in " + tools.home());
        assertThat(call.subList(2, 8))
                .containsExactly(
                        "--no-install",
                        "cdk",
                        "deploy",
                        "--require-approval",
                        "never",
                        "--outputs-file");
        assertThat(call.subList(9, call.size())).containsExactly("--profile", "prod");
    }

    @Test
    void givesTheCdkOurEnvironment() {
        tools.run(
                Map.of("AWS_PROFILE", "night"),
                InstantSource.fixed(CommandRun.NOW),
                "deploy",
                "--yes");

        assertThat(tools.calls("npx")).contains("as night");
    }

    @Test
    void passesOnWhatTheCdkSays() {
        CommandRun run = tools.run("deploy", "--yes");

        assertThat(run.out()).startsWith("the stack is made\n");
        assertThat(run.err()).contains("a warning");
    }

    @Test
    void endsWithWhatAPersonNeeds() {
        CommandRun run = tools.run("deploy", "--yes");

        assertThat(run.out().lines())
                .contains(
                        "deployed Nightjar",
                        "store    s3://nightjar-b",
                        "training https://t",
                        "  aws start it",
                        "next     ./nightjar status --store s3://nightjar-b")
                .anyMatch(
                        line ->
                                line.startsWith(
                                        "slots    loans   training   Mon 2026-11-09 02:00"));
    }

    @Test
    void answersProgramsWithOneDocumentAndNothingElse() {
        CommandRun run = tools.run("deploy", "--yes", "--json");

        JsonNode answer = run.document();
        assertThat(answer.path("stack").asString()).isEqualTo("Nightjar");
        assertThat(answer.path("store").asString()).isEqualTo("s3://nightjar-b");
        assertThat(answer.at("/nextSlots/0/slot").asString()).isEqualTo("2026-11-09T01:00:00Z");
        assertThat(answer.at("/outputs/StartTraining").asString()).isEqualTo("aws start it");
        assertThat(run.err()).contains("the stack is made");
    }

    @Test
    void readsTheOutputsOfTheStackThatIsNamed() {
        CommandRun run = tools.run("deploy", "--yes", "--json", "--", "-c", "name=prod");

        assertThat(run.document().path("stack").asString()).isEqualTo("Prod");
        assertThat(run.document().path("store").asString()).isEqualTo("s3://prod-b");
    }

    @Test
    void takesTheNameFromTheContextOfTheApp() {
        tools.write("home/cdk.json", "{\"context\": {\"name\": \"prod\"}}");

        assertThat(tools.run("deploy", "--yes", "--json").document().path("stack").asString())
                .isEqualTo("Prod");
    }

    @Test
    void aDeploymentThatFailsIsAFailureOfTheSystem() {
        tools.program("npx", "echo 'CREATE_FAILED' >&2; exit 7");

        CommandRun run = tools.run("deploy", "--yes");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err())
                .contains("CREATE_FAILED")
                .contains("error    cdk deploy ended with exit code 7; what failed stands above");
    }

    @Test
    void whereNobodyIsSignedInItIsSaidBeforehandAndAfterwards() {
        tools.program("npx", "exit 1");

        assertThat(tools.run("deploy", "--yes").err())
                .contains("no AWS credentials are set up here")
                .endsWith("or set AWS_PROFILE; then   ./nightjar deploy\n");
    }

    @ParameterizedTest
    @CsvSource({
        "owner:, x-owner:, unknown key",
        "'owner: risk-ml@example.com', '', a deployment needs owner",
        "type: decimal, type: decimall, unknown type"
    })
    void problemsOfPipelineFilesComeBeforeAnythingIsDeployed(
            String text, String other, String said) {
        replaceInPipeline(text, other == null ? "" : other);

        CommandRun run = tools.run("deploy", "--yes");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("pipelines/loans.yaml:").contains(said);
        assertThat(tools.calls("npx")).isEmpty();
    }

    @Test
    void nothingToDeployIsSaid() throws IOException {
        Files.delete(tools.home().resolve("pipelines/loans.yaml"));

        CommandRun run = tools.run("deploy", "--yes");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("pipelines/ holds no pipeline file (*.yaml)");
    }

    @Test
    void whereNobodyCanAnswerNobodyIsAsked() {
        CommandRun run = tools.run("deploy");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("deploy asks before it widens rights, and nobody can answer here")
                .contains("next     ./nightjar deploy --yes");
        assertThat(tools.calls("npx")).isEmpty();
    }

    @Test
    void anAnswerInTheOptionsIsEnough() {
        CommandRun run = tools.run("deploy", "--", "--require-approval=never");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(tools.calls("npx")).doesNotContain("--require-approval");
    }

    @Test
    void anotherVersionOfTheCdkIsReplacedByThePinnedOneAndThatIsSaid() {
        tools.installCdk("1.0.0");

        CommandRun run = tools.run("deploy", "--yes");

        assertThat(tools.calls("npm")).contains("in " + tools.home(), "ci");
        assertThat(run.err()).contains("installing the pinned CDK command line (npm ci)");
        assertThat(tools.calls("npx")).contains("deploy");
    }

    @Test
    void aCdkThatCannotBeInstalledEndsTheDeployment() {
        tools.installCdk("1.0.0");
        tools.program("npm", "exit 1");

        CommandRun run = tools.run("deploy", "--yes");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("npm ci ended with exit code 1");
        assertThat(tools.calls("npx")).isEmpty();
    }

    @Test
    void aMissingNodeIsNamedWithTheWayToGetIt() throws IOException {
        Files.delete(folder.resolve("bin/npx"));

        CommandRun run = tools.run("deploy", "--yes");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err())
                .contains("npx is not on the PATH; the CDK's command line needs Node.js");
    }
}
