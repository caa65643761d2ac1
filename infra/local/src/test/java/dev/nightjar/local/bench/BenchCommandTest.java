package dev.nightjar.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.local.CommandRun;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code bench} says; how fast anything was is nobody's fact. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BenchCommandTest {
    private Path folder = Path.of("");
    private List<JsonNode> alone = List.of();
    private List<JsonNode> compared = List.of();
    private Set<String> left = Set.of();

    @BeforeAll
    void measuresOnceWithoutDockerAndOnceWithAnEmulator(@TempDir Path temporary)
            throws IOException {
        folder = temporary;
        alone = CommandRun.in(folder, "bench", "engine", "--quick", "--json").documents();
        try (EmulatedStates emulator = new EmulatedStates()) {
            compared = with(emulator).documents();
            left = Set.copyOf(emulator.machines().keySet());
        }
    }

    private CommandRun with(EmulatedStates emulator) {
        Map<String, String> environment = Map.of("AWS_ENDPOINT_URL", emulator.address());
        return CommandRun.in(folder, environment, "bench", "engine", "--quick", "--json");
    }

    private static JsonNode line(List<JsonNode> lines, String benchmark) {
        return lines.stream()
                .filter(line -> line.path("benchmark").asString("").equals(benchmark))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("benchmark").asString("")).toList();
    }

    @Test
    void everyLineHasTheFieldsOfTheContract() {
        assertThat(alone)
                .allSatisfy(
                        line ->
                                assertThat(line.propertyNames())
                                        .startsWith(
                                                "benchmark",
                                                "measured",
                                                "baseline",
                                                "ratio",
                                                "unit",
                                                "rows",
                                                "threads",
                                                "notes"));
    }

    @Test
    void theSameIsMeasuredWithAndWithoutAnEmulator() {
        assertThat(names(alone))
                .contains("engine.transitions", "engine.tasks", "engine.expressions")
                .contains("engine.transitions.journal", "engine.transitions.fsync")
                .contains("engine.items.10", "engine.items.20.journal")
                .contains("engine.memory.40", "engine.memory.40.journal")
                .doesNotHaveDuplicates()
                .isEqualTo(names(compared));
    }

    @Test
    void withoutDockerTheLineSaysSo() {
        JsonNode line = line(alone, "engine.transitions");

        assertThat(line.path("notes").asString())
                .contains("no LocalStack: docker is not on the PATH");
        assertThat(line.path("measured").asDouble()).isPositive();
        assertThat(line.path("baseline").isNull()).isTrue();
        assertThat(line.path("ratio").isNull()).isTrue();
        assertThat(line.path("met").isNull()).isTrue();
    }

    @Test
    void theRatioIsMeasuredByBaseline() {
        JsonNode line = line(compared, "engine.transitions");

        double baseline = line.path("baseline").asDouble();
        assertThat(baseline).isPositive();
        assertThat(line.path("ratio").asDouble() * baseline)
                .isCloseTo(line.path("measured").asDouble(), Percentage.withPercentage(0.1));
        assertThat(line.path("notes").asString()).contains("LocalStack 0.0.0");
    }

    @Test
    void aGoalIsSaidToBeMetExactlyWhenTheRatioReachesIt() {
        JsonNode line = line(compared, "engine.transitions");

        assertThat(line.path("goal").asString()).isEqualTo(">= 50");
        assertThat(line.path("met").asBoolean()).isEqualTo(line.path("ratio").asDouble() >= 50);
    }

    @Test
    void anEmulatorThatGivesUpIsNamedAndTheRestIsMeasured() throws IOException {
        try (EmulatedStates emulator = new EmulatedStates().startsOnly(2)) {
            CommandRun run = with(emulator);

            assertThat(run.exitCode()).isZero();
            assertThat(names(run.documents())).isEqualTo(names(compared));
            assertThat(line(run.documents(), "engine.items.10").path("notes").asString())
                    .contains("no LocalStack")
                    .contains("ExecutionLimitExceeded");
        }
    }

    @Test
    void anAddressThatIsNoneIsNamed() {
        Map<String, String> environment = Map.of("AWS_ENDPOINT_URL", "localhost 4566");
        CommandRun run = CommandRun.in(folder, environment, "bench", "engine", "--quick", "--json");

        assertThat(line(run.documents(), "engine.transitions").path("notes").asString())
                .contains("AWS_ENDPOINT_URL is no address: localhost 4566");
    }

    @Test
    void peopleSeeATableWithGoalsAndProgressBesideIt() {
        CommandRun run = CommandRun.in(folder, "bench", "engine", "--quick", "--no-localstack");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().findFirst().orElseThrow())
                .matches("benchmark +measured +baseline +unit +ratio +goal");
        assertThat(run.out()).contains(">= 50").contains("without LocalStack, as asked");
        assertThat(run.err()).contains("transitions: measuring").contains("figures mean nothing");
    }

    @Test
    void machinesMadeInSomebodysLocalStackAreDeleted() {
        assertThat(left).isEmpty();
    }

    @Test
    void anUnknownBenchmarkIsAUsageError() {
        CommandRun run = CommandRun.in(folder, "bench", "engines");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no benchmark 'engines'; there are: engine");
    }

    @Test
    void nothingIsLeftInTheFolder() {
        assertThat(folder).isEmptyDirectory();
    }
}
