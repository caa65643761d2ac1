package dev.nightjar.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

final class SettingsTest {
    private static final String ONE = "arn:aws:kms:eu-central-1:123456789012:key/one";
    private static final String TWO = "arn:aws:kms:eu-central-1:123456789012:key/two";

    @Test
    void haveDefaults() {
        assertThat(read(Map.of()))
                .isEqualTo(
                        new Settings("nightjar", "x86_64", 90, "pipelines", null, null, List.of()));
    }

    @Test
    void areReadByTheirNames() {
        assertThat(
                        read(
                                Map.of(
                                        "name", "loans",
                                        "architecture", "arm64",
                                        "logRetentionDays", 30,
                                        "pipelines", "deployed/pipelines",
                                        "permissionsBoundary", "arn:aws:iam::1:policy/p",
                                        "alarmEmail", "ops@example.com",
                                        "trustedKeys", List.of(ONE, TWO))))
                .isEqualTo(
                        new Settings(
                                "loans",
                                "arm64",
                                30,
                                "deployed/pipelines",
                                "arn:aws:iam::1:policy/p",
                                "ops@example.com",
                                List.of(ONE, TWO)));
    }

    @Test
    void comeAsTextFromTheCommandLine() {
        assertThat(read(Map.of("logRetentionDays", "14", "trustedKeys", ONE + ", " + TWO)))
                .returns(14, Settings::logRetentionDays)
                .returns(List.of(ONE, TWO), Settings::trustedKeys);
    }

    @Test
    void nameTheStackWithACapital() {
        assertThat(read(Map.of("name", "loans-test")).stackName()).isEqualTo("Loans-test");
    }

    @Test
    void areRefusedAllAtOnce() {
        assertThatThrownBy(
                        () ->
                                read(
                                        Map.of(
                                                "name",
                                                "Night Jar",
                                                "architecture",
                                                "amd64",
                                                "logRetentionDays",
                                                45,
                                                "trustedKeys",
                                                "alias/former")))
                .isInstanceOf(NotDeployable.class)
                .hasMessage(
                        "setting name is 'Night Jar'; it begins with a small letter, and has small"
                                + " letters, digits and hyphens, 30 at the most\n"
                                + "setting architecture is 'amd64'; it is x86_64 or arm64\n"
                                + "setting logRetentionDays is 45; CloudWatch Logs knows [1, 3, 5, 7,"
                                + " 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827,"
                                + " 2557, 3653]\n"
                                + "setting trustedKeys has 'alias/former', which is no ARN of a KMS key");
    }

    @Test
    void refuseANumberThatIsNone() {
        assertThatThrownBy(() -> read(Map.of("logRetentionDays", "a month")))
                .isInstanceOf(NotDeployable.class)
                .hasMessage("setting logRetentionDays is 'a month'; it is a number");
    }

    private static Settings read(Map<String, ?> context) {
        return Settings.read(context::get);
    }
}
