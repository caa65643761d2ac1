package dev.nightjar.local.night;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.definition.Phase;
import dev.nightjar.core.night.Machine;
import dev.nightjar.local.platform.Home;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class PhasesTest {
    private static List<String> states(Machine machine, Phase phase) throws IOException {
        Path file = Home.find().folder().resolve("state-machines/%s.asl.json".formatted(machine));
        return Json.parse(Files.readString(file)).path("States").propertyNames().stream()
                .filter(state -> machine.phase(state) == phase)
                .toList();
    }

    @Test
    void theTrainingMachineReleasesWithTwoOfItsStates() throws IOException {
        assertThat(states(Machine.TRAINING, Phase.RELEASE))
                .containsExactlyInAnyOrder("BuildBundle", "ReleaseModel");
    }

    @Test
    void theScoringMachineServesWithAllOfItsStates() throws IOException {
        assertThat(states(Machine.SCORING, Phase.SERVE))
                .contains("ClaimSlot", "PlanBatch", "CommitBatch");
    }
}
