package dev.nightjar.local.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.local.CommandRun;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What {@code bench cold-start} says; how soon anything was there is nobody's fact. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ColdStartTest {
    private Path folder = Path.of("");
    private List<JsonNode> lines = List.of();

    @BeforeAll
    void measuresOnce(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Archive.of("scoring");
        Archive.of("training");
        lines = CommandRun.in(folder, "bench", "cold-start", "--quick", "--json").documents();
    }

    @Test
    void comparesTheHandlersFlagsCachesAndTheSdk() {
        assertThat(lines)
                .extracting(line -> line.path("benchmark").asString())
                .contains("cold-start.trees", "cold-start.linear", "cold-start.trees.cache")
                .contains("cold-start.cache", "cold-start.flags")
                .contains("cold-start.sdk")
                .doesNotHaveDuplicates();
    }

    @Test
    void everySideAnswered() {
        assertThat(lines)
                .allSatisfy(
                        line -> {
                            assertThat(line.path("measured").asDouble()).isPositive();
                            assertThat(line.path("baseline").asDouble()).isPositive();
                        });
    }

    @Test
    void onlyTheComparisonWithTribuoHasAGoal() {
        assertThat(lines)
                .filteredOn(line -> line.hasNonNull("goal"))
                .allSatisfy(
                        line -> {
                            assertThat(line.path("goal").asString()).isEqualTo("<= 0.5");
                            assertThat(line.path("notes").asString()).contains("Tribuo");
                        })
                .isNotEmpty();
    }

    @Test
    void nothingIsLeftInTheFolder() {
        assertThat(folder).isEmptyDirectory();
    }
}
