package dev.nightjar.aws.states;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.Machine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionArnTest {
    private static final String DEPLOYED =
            "arn:aws:states:eu-central-1:123456789012:execution:nightjar-scoring:9f2a_b7c1";

    @Test
    void namesRegionMachineAndExecution() {
        assertThat(ExecutionArn.parse(DEPLOYED))
                .contains(new ExecutionArn("eu-central-1", "nightjar-scoring", "9f2a_b7c1"));
    }

    @Test
    void theMachineIsTheLastPartOfItsName() {
        assertThat(ExecutionArn.parse(DEPLOYED).orElseThrow().machine()).contains(Machine.SCORING);
    }

    @Test
    void theMachineMayHaveNoOtherPart() {
        String here = "arn:aws:states:here:000000000000:execution:training:x";
        assertThat(ExecutionArn.parse(here).orElseThrow().machine()).contains(Machine.TRAINING);
    }

    @Test
    void othersMachinesAreNoneOfOurs() {
        String other = DEPLOYED.replace("nightjar-scoring", "rescoring");
        assertThat(ExecutionArn.parse(other).orElseThrow().machine()).isEmpty();
    }

    @Test
    void anExecutionThatRanHereIsNotDeployed() {
        String here = "arn:aws:states:here:000000000000:execution:training:x";
        assertThat(ExecutionArn.parse(here).orElseThrow().isDeployed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9f2a",
                "arn:aws:states:eu-central-1:123456789012:stateMachine:nightjar-scoring",
                "arn:aws:states:eu-central-1:123456789012:execution:nightjar-scoring/Label:x"
            })
    void otherTextsNameNoExecution(String text) {
        assertThat(ExecutionArn.parse(text)).isEmpty();
    }
}
