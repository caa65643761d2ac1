package dev.nightjar.tables.write;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.rows.RowBlock;
import dev.nightjar.core.rows.TextColumn;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes predictions as CSV with a header. A binary prediction is {@code 1} when the score of true
 * is at least one half, else {@code 0}; a multiclass one is the label with the largest score, the
 * first of equals. Not safe for use by multiple threads.
 */
public final class ResultWriter implements Closeable {
    private static final double HALF = 0.5;

    private final CsvOutput out;
    private final ResultLayout layout;
    private final byte[][] labels;
    private final byte[] model;
    private final byte[] run;
    private final byte[] predictedAt;
    private long rows;

    /** A writer; closing it closes the stream. */
    public ResultWriter(OutputStream out, ResultLayout layout) {
        this.out = new CsvOutput(out);
        this.layout = requireNonNull(layout, "layout is null");
        this.labels = layout.labels().stream().map(ResultWriter::utf8).toArray(byte[][]::new);
        this.model = utf8(layout.model());
        this.run = utf8(layout.run());
        this.predictedAt = utf8(layout.predictedAt());
        layout.header().forEach(this.out::cell);
        this.out.endRow();
    }

    /**
     * Writes a block's predictions.
     *
     * @param file object of the rows, written when the table has no key
     * @param outputs one array an output, one value a row: the score of true, the score of each
     *     label, or the predicted number
     */
    public void write(RowBlock block, String file, double[][] outputs) {
        TextColumn[] keys = keys(block);
        byte[] source = utf8(file);
        for (int row = 0; row < block.rows(); row++) {
            if (keys.length == 0) {
                out.cell(source);
                out.cell(block.lines()[row]);
            }
            for (TextColumn key : keys) {
                out.cell(key.bytes(), key.start(row), key.end(row));
            }
            prediction(outputs, row);
            out.cell(model);
            out.cell(run);
            out.cell(predictedAt);
            out.endRow();
        }
        rows += block.rows();
    }

    /** Rows written so far. */
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void prediction(double[][] outputs, int row) {
        switch (layout.task()) {
            case BINARY -> {
                double score = outputs[0][row];
                out.cell(score >= HALF ? 1L : 0L);
                out.cell(score);
            }
            case MULTICLASS -> {
                out.cell(labels[largest(outputs, row)]);
                for (int i = 0; i < labels.length; i++) {
                    out.cell(outputs[i][row]);
                }
            }
            case REGRESSION -> out.cell(outputs[0][row]);
        }
    }

    private int largest(double[][] outputs, int row) {
        int best = 0;
        for (int i = 1; i < labels.length; i++) {
            if (outputs[i][row] > outputs[best][row]) {
                best = i;
            }
        }
        return best;
    }

    private TextColumn[] keys(RowBlock block) {
        TextColumn[] keys = new TextColumn[layout.keys().size()];
        for (int i = 0; i < keys.length; i++) {
            int index = block.index(layout.keys().get(i));
            if (index < 0 || !(block.column(index) instanceof TextColumn texts)) {
                throw new IllegalArgumentException(
                        "no key column '" + layout.keys().get(i) + "' in " + block.names());
            }
            keys[i] = texts;
        }
        return keys;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
