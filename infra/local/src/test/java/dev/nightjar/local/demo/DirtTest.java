package dev.nightjar.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.local.platform.Home;
import dev.nightjar.pipeline.file.PipelineFile;
import dev.nightjar.pipeline.window.Partition;
import dev.nightjar.tables.ReadSettings;
import dev.nightjar.tables.RowCounts;
import dev.nightjar.tables.TableInput;
import dev.nightjar.tables.TableReader;
import dev.nightjar.tables.check.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the shipped example makes of the dirt. */
final class DirtTest {
    @TempDir Path folder;

    @Test
    void theExampleRepairsAndKeepsOutExactlyTheRowsThatWereSpoiled() throws IOException {
        LoanData.Made made = made();

        RowCounts counts = read(folder.resolve("training"));

        assertThat(counts.read()).isEqualTo(made.rows());
        assertThat(counts.repaired()).isEqualTo(made.rows(Dirt.Fate.REPAIRED));
        assertThat(counts.quarantined()).isEqualTo(made.rows(Dirt.Fate.KEPT_OUT));
    }

    @Test
    void everyKindOfDirtBreaksItsOwnRule() throws IOException {
        Map<Dirt, Integer> dirt = made().dirt();

        Map<Rule, Long> byRule = read(folder.resolve("training")).byRule();

        assertThat(byRule)
                .containsOnly(
                        Map.entry(Rule.MISSING_VALUE, sum(dirt, Dirt.NO_INCOME)),
                        Map.entry(Rule.MISSING_KEY, sum(dirt, Dirt.NO_KEY)),
                        Map.entry(
                                Rule.OUT_OF_RANGE,
                                sum(dirt, Dirt.AGE_OF_180, Dirt.NEGATIVE_AMOUNT)),
                        Map.entry(
                                Rule.NOT_A_NUMBER,
                                sum(
                                        dirt,
                                        Dirt.AGE_IN_WORDS,
                                        Dirt.AMOUNT_NOT_AVAILABLE,
                                        Dirt.UNDERSCORED_AMOUNT)),
                        Map.entry(
                                Rule.WRONG_FIELD_COUNT,
                                sum(dirt, Dirt.EXTRA_FIELD, Dirt.CUT_LINE)));
    }

    private LoanData.Made made() {
        List<Partition> partitions =
                IntStream.range(0, 7)
                        .mapToObj(day -> new Partition("" + day, "training/dt=" + day + "/*.csv*"))
                        .toList();
        return new LoanData(folder, 7).training(Week.three().getFirst(), partitions);
    }

    private static RowCounts read(Path files) throws IOException {
        Definition definition = example();
        TableReader reader =
                new TableReader(
                        ReadSettings.training(definition.columns()), block -> {}, row -> {});
        try (Stream<Path> paths = Files.walk(files)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                try (InputStream stream = Files.newInputStream(path)) {
                    reader.read(TableInput.whole(path.toString(), definition.format(), stream));
                }
            }
        }
        return reader.counts();
    }

    private static Definition example() throws IOException {
        Path file = Home.find().pipelines().resolve("loans.yaml");
        PipelineFile.Result result =
                PipelineFile.read("loans.yaml", Files.readAllBytes(file), List.of());
        assertThat(result).isInstanceOf(PipelineFile.Result.Checked.class);
        return ((PipelineFile.Result.Checked) result).definition();
    }

    private static long sum(Map<Dirt, Integer> dirt, Dirt... kinds) {
        return Stream.of(kinds).mapToLong(dirt::get).sum();
    }
}
