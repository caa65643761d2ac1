package dev.nightjar.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same files and settings give the same assembly, and settings change what they say. */
final class SynthesisTest {
    private static final class Other {
        static final Synthesized STACK =
                Synthesized.of(
                        Map.of(
                                "name", "loans-test",
                                "architecture", "arm64",
                                "logRetentionDays", "7",
                                "pipelines", "infra/cdk/src/test/pipelines",
                                "permissionsBoundary", "arn:aws:iam::123456789012:policy/bound",
                                "trustedKeys", "arn:aws:kms:eu-central-1:123456789012:key/former"));
    }

    /** In another process, because maps without an order keep theirs as long as a process lives. */
    @Test
    void givesTheSameBytesTwice() throws IOException, InterruptedException {
        Path first = Synthesized.standard().assembly();
        Path second = SynthesisProcess.run();

        for (String file :
                new String[] {"manifest.json", "Nightjar.template.json", "Nightjar.assets.json"}) {
            assertThat(second.resolve(file)).as(file).hasSameBinaryContentAs(first.resolve(file));
        }
    }

    @Test
    void namesTheStackAfterTheSetting() {
        assertThat(other().assembly().resolve("Loans-test.template.json")).exists();
    }

    @Test
    void namesEverythingAfterTheSetting() {
        assertThat(other().resources().all("AWS::Lambda::Function"))
                .extracting(function -> function.path("FunctionName").asString())
                .allMatch(name -> name.startsWith("loans-test-"));
    }

    @Test
    void takesTheArchitectureOfTheSetting() {
        assertThat(other().resources().all("AWS::Lambda::Function"))
                .extracting(function -> function.path("Architectures").toString())
                .containsOnly("[\"arm64\"]");
    }

    @Test
    void keepsLogsAsLongAsTheSettingSays() {
        assertThat(other().resources().all("AWS::Logs::LogGroup"))
                .extracting(group -> group.path("RetentionInDays").asInt())
                .containsOnly(7);
    }

    @Test
    void letsFunctionsReadTheDataRootThatAPipelineNames() {
        assertThat(rightsOnTables("${FunctionsPrepareDataRole}"))
                .containsExactly(
                        "s3:ListBucket arn:${AWS::Partition}:s3:::tables.example"
                                + " {\"StringLike\":{\"s3:prefix\":[\"claims/2026/*\"]}}",
                        "s3:GetObject arn:${AWS::Partition}:s3:::tables.example/claims/2026/* ");
    }

    @Test
    void letsOnlyThoseReadItThatReadData() {
        assertThat(rightsOnTables("${FunctionsCommitBatchRole}")).isEmpty();
    }

    @Test
    void boundsEveryRole() {
        assertThat(other().resources().all("AWS::IAM::Role"))
                .extracting(role -> role.path("PermissionsBoundary").asString())
                .containsOnly("arn:aws:iam::123456789012:policy/bound");
    }

    @Test
    void trustsFormerKeysBesideItsOwn() {
        JsonNode function =
                other().resources()
                        .one("AWS::Lambda::Function", "FunctionName", "loans-test-ScoreShard");

        assertThat(Resources.spelled(function.at("/Environment/Variables/NIGHTJAR_TRUSTED_KEYS")))
                .isEqualTo("${SigningKey.Arn},arn:aws:kms:eu-central-1:123456789012:key/former");
    }

    private static List<String> rightsOnTables(String role) {
        List<String> rights = new ArrayList<>();
        for (JsonNode policy : other().resources().all("AWS::IAM::Policy")) {
            if (Resources.texts(policy.path("Roles")).contains(role)) {
                for (JsonNode statement : policy.at("/PolicyDocument/Statement")) {
                    Resources.texts(statement.path("Resource")).stream()
                            .filter(resource -> resource.contains("tables.example"))
                            .map(
                                    resource ->
                                            Resources.spelled(statement.path("Action"))
                                                    + " "
                                                    + resource
                                                    + " "
                                                    + (statement.has("Condition")
                                                            ? statement.path("Condition")
                                                            : ""))
                            .forEach(rights::add);
                }
            }
        }
        return rights;
    }

    private static Synthesized other() {
        Synthesized.needNode();
        return Other.STACK;
    }
}
