package dev.nightjar.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.local.CommandRun;
import dev.nightjar.local.StandInTools;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;

/** {@code destroy} with a stand-in for npx. */
class DestroyCommandTest {
    private static final String TEMPLATE =
            """
            {"Resources": {
                "Store": {"Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain"},
                "Logs": {"Type": "AWS::Logs::LogGroup", "DeletionPolicy": "RetainExceptOnCreate"},
                "Version": {"Type": "AWS::Lambda::Version", "DeletionPolicy": "Retain"},
                "Key": {"Type": "AWS::KMS::Key", "DeletionPolicy": "Delete"}}}
            """;

    @TempDir private Path folder;

    private StandInTools tools;

    @BeforeEach
    void prepare() {
        tools = StandInTools.in(folder);
        tools.program("npx", "echo 'the stack is gone'");
    }

    @Test
    void withoutAnAnswerNothingIsRemoved() {
        CommandRun run = tools.run("destroy");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("destroy asks for the stack's name, and nobody can answer here")
                .contains("next     ./nightjar destroy --yes");
        assertThat(tools.calls("npx")).isEmpty();
    }

    @Test
    void withYesTheCdkIsNotLeftToAsk() {
        CommandRun run = tools.run("destroy", "--yes", "--", "-c", "name=prod");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(tools.calls("npx"))
                .endsWith("--no-install", "cdk", "destroy", "--force", "-c", "name=prod");
        assertThat(run.out()).contains("the stack is gone").contains("removed  Prod");
    }

    @Test
    void saysWhatStaysAndHowToRemoveIt() {
        CommandRun run = tools.run("destroy", "--yes");

        assertThat(run.out())
                .contains("the bucket")
                .contains("aws s3api delete-bucket --bucket BUCKET")
                .contains("the signing key")
                .contains("aws kms schedule-key-deletion --key-id KEY")
                .contains("--tag-filters Key=deployment,Values=nightjar");
    }

    @Test
    void whatStaysIsWhatTheTemplateRetains() {
        tools.write("home/cdk.out/Nightjar.template.json", TEMPLATE);

        JsonNode left = tools.run("destroy", "--yes", "--json").document().path("left");

        assertThat(left.valueStream().map(one -> one.path("what").asString()))
                .containsExactly("the bucket", "log groups");
    }

    @Test
    void aRemovalThatFailsIsAFailureOfTheSystem() {
        tools.program("npx", "exit 1");

        CommandRun run = tools.run("destroy", "--yes");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("cdk destroy ended with exit code 1");
        assertThat(run.out()).doesNotContain("removed");
    }
}
