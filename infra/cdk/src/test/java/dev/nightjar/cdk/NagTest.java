package dev.nightjar.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** What cdk-nag's pack AwsSolutions reports of the stack. */
final class NagTest {
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

    private static List<Finding> findings() {
        try {
            List<String> lines =
                    Files.readAllLines(
                            Synthesized.standard()
                                    .assembly()
                                    .resolve("AwsSolutions-Nightjar-NagReport.csv"));
            return lines.stream().skip(1).map(Finding::of).toList();
        } catch (IOException e) {
            throw new AssertionError("the pack has not run", e);
        }
    }
}
