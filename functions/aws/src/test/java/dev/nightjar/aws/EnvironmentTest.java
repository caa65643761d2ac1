package dev.nightjar.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.aws.localstack.Clients;
import dev.nightjar.aws.localstack.LocalStack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.sns.SnsClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

class EnvironmentTest {
    /** No address of AWS is asked for anything by wiring alone. */
    private static final Map<String, String> DEPLOYED =
            Map.of(
                    "NIGHTJAR_STORE", "s3://bucket",
                    "NIGHTJAR_SIGNING_KEY", "arn:aws:kms:eu-central-1:1:key/1",
                    "NIGHTJAR_TRUSTED_KEYS", "arn:aws:kms:eu-central-1:1:key/1",
                    "NIGHTJAR_TOPIC_HIGH", "arn:high",
                    "NIGHTJAR_TOPIC_LOW", "arn:low",
                    "AWS_REGION", "eu-central-1");

    private static final Map<String, String> BARE =
            Map.of("NIGHTJAR_STORE", "s3://bucket/prefix", "AWS_REGION", "eu-central-1");

    @TempDir private Path folder;

    private String run(String word, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + folder.resolve("classes"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WiringProcess.class.getName(),
                        word);
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** Services of which a class was loaded. */
    private Set<String> services() throws IOException {
        Set<String> services = new HashSet<>();
        for (String line : Files.readAllLines(folder.resolve("classes"))) {
            int at = line.indexOf("software.amazon.awssdk.services.");
            if (at >= 0) {
                services.add(line.substring(at).split("[. ]", -1)[4]);
            }
        }
        return services;
    }

    @Test
    void aStartPaysForNoClientButThatOfTheStore() throws IOException, InterruptedException {
        run("start", DEPLOYED);
        assertThat(services()).containsExactly("s3");
    }

    @Test
    void aDeployedFunctionUsesWhatItsEnvironmentNames() throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(LocalStack.shared().environment());
        String key;
        String topic;
        try (KmsClient kms = Clients.of(KmsClient.builder());
                SnsClient sns = Clients.of(SnsClient.builder())) {
            key =
                    kms.createKey(
                                    ask ->
                                            ask.keySpec(KeySpec.ECC_NIST_P256)
                                                    .keyUsage(KeyUsageType.SIGN_VERIFY))
                            .keyMetadata()
                            .arn();
            topic = sns.createTopic(ask -> ask.name("wired-high")).topicArn();
        }
        environment.put("NIGHTJAR_STORE", "s3://bucket");
        environment.put("NIGHTJAR_SIGNING_KEY", key);
        environment.put("NIGHTJAR_TRUSTED_KEYS", key);
        environment.put("NIGHTJAR_TOPIC_HIGH", topic);

        assertThat(run("use", environment)).isEqualTo("1 true UNKNOWN 12\n");
    }

    @Test
    void theStoreIsThePlaceThatIsNamed() {
        assertThat(Environment.wiring(BARE).store().address("loans/serving.json"))
                .isEqualTo("s3://bucket/prefix/loans/serving.json");
    }

    @Test
    void dataLieInAnyBucket() {
        assertThat(Environment.wiring(BARE).data().apply("s3://other/data").address("a.csv"))
                .isEqualTo("s3://other/data/a.csv");
    }

    @Test
    void aFunctionWithoutAKeySaysWhichVariableLacks() {
        Wiring wiring = Environment.wiring(BARE);
        assertThatThrownBy(() -> wiring.signer().sign(new byte[1]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "NIGHTJAR_SIGNING_KEY is not set; a function that needs it has"
                                + " `uses: [signing-key]` in functions.yaml");
    }

    @Test
    void aFunctionWithoutTrustSaysWhichVariableLacks() {
        Wiring wiring = Environment.wiring(BARE);
        assertThatThrownBy(() -> wiring.trustedKeys().find("id"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("NIGHTJAR_TRUSTED_KEYS is not set");
    }

    @Test
    void aFunctionWithoutATopicSaysWhichVariableLacks() {
        Wiring wiring = Environment.wiring(BARE);
        assertThatThrownBy(() -> wiring.notifications().announce("low", "FAILED", Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("NIGHTJAR_TOPIC_LOW is not set");
    }

    @Test
    void aFolderIsAStoreForTryingAHandlerAlone() {
        Wiring wiring = Environment.wiring(Map.of("NIGHTJAR_STORE", folder.toString()));
        assertThat(wiring.store().bucket()).isEqualTo("here");
        assertThat(wiring.trustedKeys().find(wiring.signer().keyId())).isPresent();
    }
}
