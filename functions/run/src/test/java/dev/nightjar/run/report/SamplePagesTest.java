package dev.nightjar.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.store.MemoryStore;
import dev.nightjar.core.store.StoredObject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Leaves sample pages in {@code target/reports}, to be looked at. */
final class SamplePagesTest {
    private static final Path FOLDER = Path.of("target", "reports");

    enum Sample {
        RELEASED,
        REJECTED,
        REGRESSION,
        SCORED,
        SHORT;

        RunId in(MemoryStore store) {
            return switch (this) {
                case RELEASED -> new SampleTraining(store).released();
                case REJECTED -> new SampleTraining(store).rejected();
                case REGRESSION -> new SampleTraining(store).regression();
                case SCORED -> scored(store, 8, 0);
                case SHORT -> scored(store, 400, 7);
            };
        }

        private static RunId scored(MemoryStore store, int shards, int missing) {
            SampleScoring sample = new SampleScoring(store);
            sample.question();
            return sample.committed(shards, missing);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSamplePageIsWellFormed(Sample sample) throws IOException {
        MemoryStore store = new MemoryStore();
        RunId run = sample.in(store);
        new Reports(store).publish(run);
        StoredObject page = store.find(Keys.reportHtml(run)).orElseThrow();
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(sample + ".html"), page.bytes());
        Files.write(
                FOLDER.resolve(sample + ".json"),
                store.find(Keys.reportJson(run)).orElseThrow().bytes());
        assertThat(WellFormed.elements(page.text(), "section")).isGreaterThan(3);
    }
}
