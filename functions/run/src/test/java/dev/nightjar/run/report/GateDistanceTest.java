package dev.nightjar.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.gate.GateResult;

import org.junit.jupiter.api.Test;

final class GateDistanceTest {
    @Test
    void aClosedGateSaysByHowMuch() {
        GateResult gate = new GateResult("auc >= 0.75", 0.412, 0.75, false, null);

        assertThat(GateDistance.of(gate).reason())
                .isEqualTo(
                        "Gate auc >= 0.75 stayed closed: auc is 0.4120, 0.3380 too low;"
                                + " required is at least 0.7500.");
    }

    @Test
    void aNearMissIsNotRoundedAway() {
        GateResult gate = new GateResult("auc >= 0.75", 0.74999, 0.75, false, null);

        assertThat(GateDistance.of(gate).reason())
                .contains("auc is 0.74999, 0.00001 too low; required is at least 0.75000.");
    }

    @Test
    void aGateThatWantsLowIsTooHigh() {
        GateResult gate = new GateResult("rmse <= 75000", 80_000.0, 75_000.0, false, null);

        assertThat(GateDistance.of(gate).reason())
                .contains("rmse is 80,000, 5,000 too high; required is at most 75,000.");
    }

    @Test
    void aStrictGateMetExactlyIsNotEnough() {
        GateResult gate = new GateResult("auc > 0.75", 0.75, 0.75, false, null);

        assertThat(GateDistance.of(gate).reason())
                .isEqualTo(
                        "Gate auc > 0.75 stayed closed: auc is 0.7500, exactly the limit;"
                                + " required is more than 0.7500.");
    }

    @Test
    void theMachinesOwnGateHasItsNote() {
        GateResult gate =
                new GateResult(
                        "slot >= champion.slot", null, null, false, "the champion's slot is newer");

        assertThat(GateDistance.of(gate).reason())
                .isEqualTo(
                        "Gate slot >= champion.slot stayed closed: the champion's slot is newer.");
        assertThat(GateDistance.of(gate).words()).isEqualTo("–");
    }
}
