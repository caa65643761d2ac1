package dev.nightjar.local.doctor;

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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** {@code doctor} on a machine of stand-ins and an account of scripted answers. */
class DoctorCommandTest {
    @TempDir private Path folder;

    private StandInTools tools;

    @BeforeEach
    void prepare() {
        tools = StandInTools.in(folder);
        tools.program("mvn", "echo 'Apache Maven 3.9.9 (abc)'");
        tools.program("node", "echo v24.1.0");
        tools.program("npx", "");
        tools.program("docker", "echo 29.0.0");
    }

    private static JsonNode finding(CommandRun run, String check) {
        return run.document()
                .path("findings")
                .valueStream()
                .filter(one -> one.path("check").asString().equals(check))
                .findFirst()
                .orElseThrow(() -> new AssertionError(run));
    }

    private JsonNode finding(String check) {
        return finding(tools.run("doctor", "--json"), check);
    }

    private CommandRun onAws(ScriptedAccount account, InstantSource clock, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "doctor";
        arguments[1] = "--json";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return tools.run(account.environment(), clock, arguments);
    }

    private CommandRun onAws(ScriptedAccount account) {
        return onAws(account, InstantSource.system(), "--store", "s3://my-bucket/part");
    }

    @Test
    void withoutAwsAllIsWellAndSaidToBe() {
        CommandRun run = tools.run("doctor");

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("ok       AWS          not set up and not needed")
                .contains("All is well.")
                .endsWith("next     ./nightjar demo\n");
    }

    @Test
    void programsReadAnEntryForEachFinding() {
        CommandRun run = tools.run("doctor", "--json");

        assertThat(run.document().path("findings").valueStream())
                .hasSizeGreaterThan(6)
                .allSatisfy(
                        one ->
                                assertThat(List.copyOf(one.propertyNames()))
                                        .containsExactly("check", "status", "found", "fix"));
        assertThat(finding(run, "Maven").path("status").asString()).isEqualTo("ok");
        assertThat(finding(run, "Maven").path("found").asString()).isEqualTo("3.9.9 (abc)");
    }

    @Test
    void whatAProgramColoursIsToldPlainly() throws IOException {
        tools.program("mvn", "printf '\\033[1mApache Maven 3.9.9\\033[m\\n'");

        assertThat(finding("Maven").path("found").asString()).isEqualTo("3.9.9");
    }

    @ParameterizedTest
    @CsvSource({
        "mvn,    Maven,    install Maven 3.8.7 or newer",
        "node,   Node.js,  install Node.js 22 or newer",
        "npx,    Node.js,  install Node.js 22 or newer",
        "docker, Docker,   'start Docker, or leave it'"
    })
    void aMissingProgramIsAWarningWithItsFix(String program, String check, String fix)
            throws IOException {
        Files.delete(folder.resolve("bin/" + program));

        CommandRun run = tools.run("doctor", "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(finding(run, check).path("status").asString()).isEqualTo("warning");
        assertThat(finding(run, check).path("fix").asString()).isEqualTo(fix);
    }

    @Test
    void anOldNodeIsAWarning() {
        tools.program("node", "echo v16.20.0");

        assertThat(finding("Node.js").path("found").asString())
                .isEqualTo("v16.20.0, which the CDK no longer supports");
    }

    @Test
    void aMissingEmulatorImageIsAWarning() {
        tools.program("docker", "test \"$1\" = version && echo 29.0.0");

        assertThat(finding("emulator").path("fix").asString())
                .isEqualTo("docker pull localstack/localstack:4.14.0");
    }

    @Test
    void anotherCdkThanThePinnedOneIsAWarning() {
        tools.installCdk("1.0.0");

        assertThat(finding("CDK").path("found").asString())
                .isEqualTo("1.0.0 is installed, " + StandInTools.CDK + " is pinned");
    }

    @Test
    void whatOnlyADeploymentDemandsIsAWarning() {
        tools.write(
                "home/pipelines/loans.yaml",
                StandInTools.example().replace("owner: risk-ml@example.com\n", ""));

        CommandRun run = tools.run("doctor", "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(finding(run, "pipelines").path("found").asString())
                .startsWith("cannot be deployed yet: pipelines/loans.yaml")
                .contains("a deployment needs owner");
    }

    @Test
    void aPipelineFileThatCannotBeReadIsAProblem() {
        tools.write("home/pipelines/loans.yaml", "pipeline: [");

        CommandRun run = tools.run("doctor", "--json");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(finding(run, "pipelines").path("fix").asString())
                .isEqualTo("./nightjar validate pipelines/loans.yaml");
    }

    @Test
    void anAccountInWhichAllIsWellIsToldSo() throws IOException {
        try (ScriptedAccount account = new ScriptedAccount()) {
            CommandRun run = onAws(account);

            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(run.document().path("findings").valueStream())
                    .allSatisfy(one -> assertThat(one.path("status").asString()).isEqualTo("ok"));
            assertThat(finding(run, "credentials").path("found").asString())
                    .isEqualTo("account 123456789012, as arn:aws:iam::123456789012:user/ann");
            assertThat(finding(run, "bucket").path("found").asString())
                    .isEqualTo("my-bucket, versioned, guarded by its policy");
        }
    }

    @Test
    void aClockThatAwsWouldRefuseIsAProblem() throws IOException {
        try (ScriptedAccount account = new ScriptedAccount()) {
            CommandRun run = onAws(account, InstantSource.fixed(Instant.EPOCH));

            assertThat(run.exitCode()).isEqualTo(5);
            assertThat(finding(run, "clock").path("fix").asString()).contains("NTP");
        }
    }

    @Test
    void keysThatAreRefusedAreAProblemAndNothingElseIsAsked() throws IOException {
        try (ScriptedAccount account = new ScriptedAccount()) {
            account.answer(
                    "sts",
                    403,
                    "<ErrorResponse><Error><Code>InvalidClientTokenId</Code>"
                            + "<Message>The token is invalid</Message></Error></ErrorResponse>");
            CommandRun run = onAws(account);

            assertThat(run.exitCode()).isEqualTo(5);
            assertThat(finding(run, "credentials").path("found").asString())
                    .isEqualTo("sts:GetCallerIdentity: InvalidClientTokenId, The token is invalid");
            assertThat(run.out()).doesNotContain("\"bucket\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "versioning, 200, <VersioningConfiguration/>, my-bucket keeps no versions",
        "policy, 404, <Error><Code>NoSuchBucketPolicy</Code></Error>,"
                + " my-bucket its policy lets writes through that lose another's",
        "policy, 403, <Error><Code>AccessDenied</Code></Error>,"
                + " my-bucket its policy may not be read by you"
    })
    void aBucketThatIsNotAsOursIsAWarning(String part, int status, String body, String found)
            throws IOException {
        try (ScriptedAccount account = new ScriptedAccount()) {
            account.answer(part, status, body);
            CommandRun run = onAws(account);

            assertThat(finding(run, "bucket").path("status").asString()).isEqualTo("warning");
            assertThat(finding(run, "bucket").path("found").asString()).isEqualTo(found);
        }
    }

    @Test
    void aBucketInAnotherRegionIsAProblemThatNamesIt() throws IOException {
        try (ScriptedAccount account = new ScriptedAccount()) {
            account.answer("bucket", 200, "us-west-2");
            CommandRun run = onAws(account);

            assertThat(run.exitCode()).isEqualTo(5);
            assertThat(finding(run, "bucket").path("fix").asString())
                    .isEqualTo("set AWS_REGION=us-west-2");
        }
    }

    @Test
    void fewerFunctionsAtOnceThanShardsIsAWarning() throws IOException {
        try (ScriptedAccount account = new ScriptedAccount()) {
            account.answer("lambda", 200, "{\"AccountLimit\": {\"ConcurrentExecutions\": 10}}");
            CommandRun run = onAws(account);

            assertThat(finding(run, "Lambda").path("status").asString()).isEqualTo("warning");
            assertThat(finding(run, "Lambda").path("found").asString())
                    .startsWith("10 functions at once");
        }
    }

    @Test
    void machinesThatAreNotThereAreAWarning() throws IOException {
        try (ScriptedAccount account = new ScriptedAccount()) {
            account.answer("states", 200, "{\"stateMachines\": []}");
            CommandRun run = onAws(account);

            assertThat(run.exitCode()).isZero();
            assertThat(finding(run, "machines").path("found").asString())
                    .isEqualTo(
                            "nightjar-training, nightjar-scoring are not deployed in this region");
        }
    }

    @Test
    void credentialsWithoutARegionAreAProblem() {
        CommandRun run =
                tools.run(
                        Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_PROFILE", "nobody-has-this"),
                        InstantSource.fixed(CommandRun.NOW),
                        "doctor",
                        "--json");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(finding(run, "region").path("fix").asString())
                .isEqualTo("set AWS_REGION, or 'region' in the profile");
    }
}
