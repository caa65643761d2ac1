package dev.nightjar.run.bundle;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Missing;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.error.BundleRefused;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.model.Input;
import dev.nightjar.core.model.InputKind;
import dev.nightjar.core.model.Predictions;
import dev.nightjar.core.rows.ColumnData;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.core.rows.NumberColumn;
import dev.nightjar.core.rows.RowBlock;
import dev.nightjar.tables.ReadSettings;
import dev.nightjar.tables.RowSink;
import dev.nightjar.tables.TableInput;
import dev.nightjar.tables.TableReader;
import dev.nightjar.tables.write.CleanRowWriter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that travel with a model beside the scores that it gave them when it was built. A loader
 * that gets other scores has another model, another library or another machine.
 */
public final class GoldenRows {
    /** Rows of a bundle, where the holdout has as many. */
    public static final int MOST = 64;

    private static final String EXPECTED = "expected score ";

    private GoldenRows() {}

    /** The first rows of the block with the model's scores, as CSV. */
    public static byte[] write(CompiledModel model, RowBlock block) {
        Predictions predictions = new Predictions(block.capacity(), model.outputs());
        model.scorer().score(block, predictions);
        List<String> names = new ArrayList<>();
        List<ColumnData> columns = new ArrayList<>();
        for (Input input : model.inputs()) {
            names.add(input.name());
            columns.add(block.column(block.index(input.name())));
        }
        for (int output = 0; output < model.outputs(); output++) {
            names.add(EXPECTED + output);
            columns.add(new NumberColumn(predictions.scores()[output]));
        }
        RowBlock golden = new RowBlock(names, columns, block.capacity());
        golden.rows(Math.min(MOST, block.rows()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CleanRowWriter writer = CleanRowWriter.plain(out, names)) {
            writer.write(golden);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /**
     * Scores the golden rows again.
     *
     * @return how many there are
     * @throws BundleRefused when a score differs in a single bit, or the rows cannot be read
     */
    public static int check(String bundle, CompiledModel model, byte[] golden) {
        int[] rows = {0};
        read(bundle, model, golden, block -> rows[0] += compare(bundle, model, block));
        if (rows[0] == 0) {
            throw new BundleRefused(bundle + " has no golden rows");
        }
        return rows[0];
    }

    /**
     * Reads the golden rows: the model's columns, and the {@link #expected} scores.
     *
     * @throws BundleRefused when they cannot be read
     */
    public static void read(String bundle, CompiledModel model, byte[] golden, RowSink rows) {
        TableReader reader =
                new TableReader(
                        settings(model),
                        rows,
                        row -> {
                            throw new BundleRefused(bundle + ": a golden row cannot be read");
                        });
        try {
            reader.read(
                    TableInput.whole(
                            "golden.csv", Format.STANDARD, new ByteArrayInputStream(golden)));
        } catch (IOException | DataUnfit damaged) {
            throw new BundleRefused(bundle + ": its golden rows cannot be read", damaged);
        }
    }

    /** The scores that the rows of a block had when the bundle was built, a value a row. */
    public static double[] expected(RowBlock block, int output) {
        return ((NumberColumn) block.column(block.index(EXPECTED + output))).values();
    }

    private static int compare(String bundle, CompiledModel model, RowBlock block) {
        Predictions predictions = new Predictions(block.capacity(), model.outputs());
        model.scorer().score(block, predictions);
        for (int output = 0; output < model.outputs(); output++) {
            double[] expected = expected(block, output);
            for (int row = 0; row < block.rows(); row++) {
                double found = predictions.scores()[output][row];
                if (Double.doubleToLongBits(found) != Double.doubleToLongBits(expected[row])) {
                    throw new BundleRefused(
                            bundle
                                    + " scores golden row "
                                    + (row + 1)
                                    + " as "
                                    + found
                                    + ", it was "
                                    + expected[row]
                                    + " when it was built");
                }
            }
        }
        return block.rows();
    }

    private static ReadSettings settings(CompiledModel model) {
        List<Column> columns = new ArrayList<>();
        Map<String, Levels> levels = new HashMap<>();
        for (Input input : model.inputs()) {
            columns.add(column(input.name(), input.type()));
            if (input.kind() == InputKind.CATEGORY) {
                levels.put(input.name(), input.levels());
            }
        }
        for (int output = 0; output < model.outputs(); output++) {
            columns.add(column(EXPECTED + output, ColumnType.DECIMAL));
        }
        return ReadSettings.clean(columns).withLevels(levels);
    }

    private static Column column(String name, ColumnType type) {
        Missing keep = new Missing(Missing.Kind.KEEP, null);
        return new Column(name, Role.FEATURE, type, null, null, keep, List.of(), List.of());
    }
}
