package dev.nightjar.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureCauseTest {
    @Test
    void isTheMessageThatLambdaWrapped() {
        String wrapped =
                "{\"errorMessage\":\"no space left\",\"errorType\":\"X\",\"stackTrace\":[]}";
        assertThat(FailureCause.sentence(wrapped)).isEqualTo("no space left");
    }

    @Test
    void isTheWholeTextWhenNobodyWrappedIt() {
        assertThat(FailureCause.sentence("no space left")).isEqualTo("no space left");
    }

    @Test
    void isTheWholeTextOfOtherJson() {
        assertThat(FailureCause.sentence("{\"a\":1}")).isEqualTo("{\"a\":1}");
    }

    @Test
    void isTheWholeTextOfBrokenJson() {
        assertThat(FailureCause.sentence("{no json")).isEqualTo("{no json");
    }
}
