package dev.nightjar.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.RunId;

import org.junit.jupiter.api.Test;

class LogQueryTest {
    private static final RunId RUN = RunId.parse("loans-20261102T0300Z-s01");

    @Test
    void asksTheLogGroupsOfAllFunctionsForTheRun() {
        assertThat(LogQuery.beside("/nightjar/functions/RecordFailure").of(RUN))
                .isEqualTo(
                        "SOURCE logGroups(namePrefix: [\"/nightjar/functions/\"])"
                                + " | fields @timestamp, step, shard, seconds, error, cause"
                                + " | filter run = \"loans-20261102T0300Z-s01\" | sort @timestamp");
    }

    @Test
    void isUnknownOutsideOfLambda() {
        assertThat(LogQuery.beside(null).of(RUN)).isNull();
    }
}
