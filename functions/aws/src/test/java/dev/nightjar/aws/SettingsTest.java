package dev.nightjar.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class SettingsTest {
    private static final String KEY = "arn:aws:kms:eu-central-1:123456789012:key/1";

    @Test
    void theStoreAloneIsEnough() {
        assertThat(Settings.of(Map.of("NIGHTJAR_STORE", "/data/store")))
                .isEqualTo(new Settings("/data/store", null, List.of(), Map.of(), null));
    }

    @Test
    void everyVariableHasItsPlace() {
        Settings settings =
                Settings.of(
                        Map.of(
                                "NIGHTJAR_STORE", "s3://bucket/prefix",
                                "NIGHTJAR_SIGNING_KEY", KEY,
                                "NIGHTJAR_TRUSTED_KEYS", KEY + ", alias/nightjar-signing",
                                "NIGHTJAR_TOPIC_HIGH", "arn:high",
                                "NIGHTJAR_TOPIC_LOW", "arn:low",
                                "AWS_LAMBDA_LOG_GROUP_NAME", "/nightjar/functions/ScoreShard"));
        assertThat(settings)
                .isEqualTo(
                        new Settings(
                                "s3://bucket/prefix",
                                KEY,
                                List.of(KEY, "alias/nightjar-signing"),
                                Map.of("high", "arn:high", "low", "arn:low"),
                                "/nightjar/functions/ScoreShard"));
    }

    @Test
    void anAddressOfS3IsADeployment() {
        assertThat(Settings.of(Map.of("NIGHTJAR_STORE", "s3://bucket")).isDeployed()).isTrue();
    }

    @Test
    void aFolderIsNoDeployment() {
        assertThat(Settings.of(Map.of("NIGHTJAR_STORE", "/data/store")).isDeployed()).isFalse();
    }

    @Test
    void aMissingStoreIsNamed() {
        assertThatThrownBy(() -> Settings.of(Map.of("NIGHTJAR_STORE", " ")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "NIGHTJAR_STORE names no store; set it to s3://<bucket> or to a folder");
    }

    @Test
    void aSigningKeyIsAnArn() {
        assertThatThrownBy(
                        () ->
                                Settings.of(
                                        Map.of(
                                                "NIGHTJAR_STORE", "s3://bucket",
                                                "NIGHTJAR_SIGNING_KEY", "alias/x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("NIGHTJAR_SIGNING_KEY is 'alias/x'; it must be the ARN");
    }
}
