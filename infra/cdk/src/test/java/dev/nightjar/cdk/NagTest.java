package dev.nightjar.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What cdk-nag's pack AwsSolutions reports of the stack. */
final class NagTest {
    private static final int REASON = 80;

    /** A line of the report: rule, construct, compliance, reason, level, what the rule is. */
    private record Finding(String rule, String construct, String compliance, String reason) {
        static Finding of(String line) {
            List<String> cells = Arrays.asList(line.substring(1, line.length() - 1).split("\",\""));
            return new Finding(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
        }

        @Override
        public String toString() {
            return rule + " " + construct + " " + compliance + " " + reason;
        }
    }

    @Test
    void everyRuleHoldsOrIsSuppressed() {
        assertThat(findings())
                .filteredOn(
                        finding ->
                                !List.of("Compliant", "Suppressed").contains(finding.compliance()))
                .extracting(Finding::toString)
                .isEmpty();
    }

    @Test
    void thePackLooksAtEveryKindOfResource() {
        assertThat(findings())
                .extracting(Finding::rule)
                .contains(
                        "AwsSolutions-IAM5",
                        "AwsSolutions-L1",
                        "AwsSolutions-S10",
                        "AwsSolutions-SF1",
                        "AwsSolutions-SF2",
                        "AwsSolutions-SNS3",
                        "AwsSolutions-SQS4");
    }

    @Test
    void everySuppressionIsOnTheConstructThatItIsAbout() throws IOException {
        Path template = Synthesized.standard().assembly().resolve("Nightjar.template.json");

        assertThat(Json.parse(Files.readAllBytes(template)).path("Metadata").toString())
                .doesNotContain("cdk_nag");
    }

    @Test
    void everySuppressionSaysWhy() {
        assertThat(findings())
                .filteredOn(finding -> finding.compliance().equals("Suppressed"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.reason()).hasSizeGreaterThan(REASON));
    }

    private static List<Finding> findings() {
        Path report = Path.of("AwsSolutions-Nightjar-NagReport.csv");
        try {
            List<String> lines =
                    Files.readAllLines(Synthesized.standard().assembly().resolve(report));
            return lines.stream().skip(1).map(Finding::of).toList();
        } catch (IOException e) {
            throw new AssertionError("the pack has not run", e);
        }
    }
}
