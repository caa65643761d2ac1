package dev.nightjar.aws;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.core.error.DataUnfit;

import org.junit.jupiter.api.Test;

class CallLineTest {
    private static final byte[] REQUEST =
            """
            {"run":"loans-20261102T0300Z-s01","item":5,
             "task":{"state":"ScoreShard","execution":"e","retry":2,"redrive":0}}
            """
                    .getBytes(UTF_8);

    @Test
    void namesRunStepShardAndRetry() {
        CallLine line =
                CallLine.of(null, "ScoreShardFunction", REQUEST, null, 0.5, null, null, null);
        assertThat(line.text())
                .isEqualTo(
                        "{\"level\":\"INFO\",\"run\":\"loans-20261102T0300Z-s01\","
                                + "\"step\":\"ScoreShard\",\"shard\":5,\"retry\":2,"
                                + "\"function\":\"ScoreShardFunction\",\"seconds\":0.5}");
    }

    @Test
    void namesTheErrorAndItsCause() {
        String unfit = DataUnfit.class.getName();
        String cause = "gzip member ends early";
        CallLine line =
                CallLine.of(null, "ScoreShardFunction", REQUEST, null, 0.5, unfit, cause, "r-1");
        assertThat(line.level()).isEqualTo("ERROR");
        assertThat(line.error()).isEqualTo("DataUnfit");
        assertThat(line.cause()).isEqualTo("gzip member ends early");
    }

    @Test
    void namesTheRunThatClaimSlotAnswered() {
        byte[] request = "{\"pipeline\":\"loans\"}".getBytes(UTF_8);
        byte[] answer = "{\"run\":\"loans-20261102T0300Z-s01\"}".getBytes(UTF_8);
        CallLine line =
                CallLine.of(null, "ClaimSlotFunction", request, answer, 0.5, null, null, null);
        assertThat(line.run()).isEqualTo("loans-20261102T0300Z-s01");
    }

    @Test
    void namesTheCandidateOfATrainingRun() {
        byte[] request = "{\"run\":\"loans-20261102T0100Z-t01\",\"item\":3}".getBytes(UTF_8);
        CallLine line =
                CallLine.of(null, "TrainCandidateFunction", request, null, 0.5, null, null, null);
        assertThat(line.candidate()).isEqualTo(3);
        assertThat(line.shard()).isNull();
    }

    @Test
    void namesTheCallAsLambdaDoes() {
        CallLine line =
                CallLine.of(null, "ScoreShardFunction", REQUEST, null, 0.5, null, null, "r-1");
        assertThat(line.text()).endsWith("\"requestId\":\"r-1\"}");
    }

    @Test
    void isWrittenAlsoForARequestThatIsNoJson() {
        byte[] request = "nonsense".getBytes(UTF_8);
        CallLine line =
                CallLine.of(null, "ClaimSlotFunction", request, null, 0.5, null, null, null);
        assertThat(line.run()).isNull();
    }
}
