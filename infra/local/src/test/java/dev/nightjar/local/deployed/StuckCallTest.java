package dev.nightjar.local.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StuckCallTest {
    private static final String RUNNING = "START RequestId: 1 Version: 1\n";
    private static final String ANSWERED =
            RUNNING + "{\"step\":\"CommitBatch\",\"requestId\":\"1\"}\n";
    private static final String ENDED = ANSWERED + "END RequestId: 1\nREPORT RequestId: 1\n";

    @Test
    void isStuckWhenItAnsweredAndDidNotEnd() {
        assertThat(StuckCall.find("c", ANSWERED)).contains(new StuckCall("c", "1"));
    }

    @Test
    void isNotStuckWhileItRuns() {
        assertThat(StuckCall.find("c", RUNNING)).isEmpty();
    }

    @Test
    void isNotStuckWhenItEnded() {
        assertThat(StuckCall.find("c", ENDED)).isEmpty();
    }

    @Test
    void isTheNewestCallAlone() {
        assertThat(StuckCall.find("c", ENDED + ANSWERED.replace('1', '2')))
                .contains(new StuckCall("c", "2"));
    }
}
