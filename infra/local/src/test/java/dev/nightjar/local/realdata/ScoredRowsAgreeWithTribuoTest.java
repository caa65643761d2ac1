package dev.nightjar.local.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.model.Input;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.core.rows.RowBlock;
import dev.nightjar.pipeline.file.PipelineFile;
import dev.nightjar.tables.ReadSettings;
import dev.nightjar.tables.RowSink;
import dev.nightjar.tables.TableInput;
import dev.nightjar.tables.TableReader;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was published is what Tribuo's own model predicts: the table is read and prepared once more,
 * Tribuo's record of the bundle predicts it, and every committed row is held against that.
 */
@ExtendWith(RealNights.Provider.class)
final class ScoredRowsAgreeWithTribuoTest {
    private static final double LINEAR = 1e-9;
    private static final double TREES = 1e-6;

    private final RealNights nights;

    ScoredRowsAgreeWithTribuoTest(RealNights nights) {
        this.nights = nights;
    }

    /** A prediction of Tribuo's, of the row at a place. */
    private record Predicted(String file, long line, double value) {}

    @ParameterizedTest
    @CsvSource({
        "adult-linear, 'adult/adult-test.csv,adult/adult-train.csv', 48842, linear",
        "adult-trees, 'adult/adult-test.csv,adult/adult-train.csv', 48842, trees",
        "bike-sharing-linear, bike-sharing/hour.csv, 17379, linear",
        "bike-sharing-trees, bike-sharing/hour.csv, 17379, trees"
    })
    void committedRowsAreWhatTribuoPredicts(String pipeline, String files, int rows, String family)
            throws IOException {
        String version = nights.of(pipeline).scored().path("model").asString();
        Path bundle = nights.store().resolve(pipeline + "/models/" + version);

        List<Predicted> expected = predict(pipeline, bundle, List.of(files.split(",", -1)));

        List<String> lines = nights.results(pipeline);
        assertThat(expected).hasSize(rows);
        assertThat(lines).hasSize(rows + 1);
        double bound = family.equals("linear") ? LINEAR : TREES;
        int value = List.of(lines.getFirst().split(",", -1)).indexOf(score(lines.getFirst()));
        double largest = 0;
        for (int row = 0; row < rows; row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            Predicted predicted = expected.get(row);
            assertThat(cells[0]).isEqualTo(predicted.file());
            assertThat(cells[1]).isEqualTo(Long.toString(predicted.line()));
            double difference = Math.abs(Double.parseDouble(cells[value]) - predicted.value());
            largest = Math.max(largest, difference / Math.max(1, Math.abs(predicted.value())));
        }
        assertThat(largest).isLessThanOrEqualTo(bound);
    }

    private static String score(String header) {
        return header.contains("score") ? "score" : "prediction";
    }

    private List<Predicted> predict(String pipeline, Path bundle, List<String> files)
            throws IOException {
        CompiledModel model = CompiledModel.read(Files.readAllBytes(bundle.resolve("model.bin")));
        TribuoModel tribuo =
                TribuoModel.read(Files.readAllBytes(bundle.resolve("model.tribuo")), model);
        Definition definition = definition(pipeline);
        List<Predicted> predicted = new ArrayList<>();
        for (String file : files) {
            read(
                    definition,
                    levels(model),
                    file,
                    block -> add(predicted, file, block, tribuo.predict(block)));
        }
        return predicted;
    }

    private static void add(
            List<Predicted> predicted, String file, RowBlock block, double[] values) {
        for (int row = 0; row < block.rows(); row++) {
            predicted.add(new Predicted(file, block.lines()[row], values[row]));
        }
    }

    private void read(Definition definition, Map<String, Levels> levels, String file, RowSink sink)
            throws IOException {
        Format format = definition.format();
        TableReader reader =
                new TableReader(
                        ReadSettings.scoring(definition.columns(), levels),
                        sink,
                        bad -> assertThat(bad).isNull());
        try (InputStream in = Files.newInputStream(nights.data().resolve(file))) {
            reader.read(TableInput.whole(file, format, in));
        }
    }

    private static Map<String, Levels> levels(CompiledModel model) {
        return model.inputs().stream().collect(Collectors.toMap(Input::name, Input::levels));
    }

    private static Definition definition(String pipeline) throws IOException {
        Path file = RealNights.file(pipeline);
        return switch (PipelineFile.read(
                file.toString(), Files.readAllBytes(file), List.<String>of())) {
            case PipelineFile.Result.Checked checked -> checked.definition();
            case PipelineFile.Result.Refused refused ->
                    throw new AssertionError(refused.problems());
        };
    }
}
