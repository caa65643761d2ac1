package dev.nightjar.local.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Slot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Schedules deliver at least once. */
@ExtendWith(OnLocalStack.class)
class DeliveriesTest {
    private final Deployment deployment;

    DeliveriesTest(Deployment deployment) {
        this.deployment = deployment;
        deployment.firstNight();
    }

    @Test
    void aSlotThatIsDeliveredThreeTimesIsScoredOnce() {
        LocalDate date = LocalDate.of(2026, 11, 8);
        Slot slot = NightData.scoringSlot(date);
        deployment.uploadApplications(date);
        List<String> executions =
                Stream.generate(() -> deployment.deliver(Machine.SCORING, slot)).limit(3).toList();
        assertThat(executions)
                .extracting(execution -> deployment.ended(execution).outcome())
                .containsExactlyInAnyOrder("COMMITTED", "DUPLICATE", "DUPLICATE");
        assertThat(deployment.records().claims(NightData.PIPELINE, Machine.SCORING, slot))
                .hasSize(1);
    }
}
