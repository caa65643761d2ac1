package dev.nightjar.tables.write;

import dev.nightjar.tables.QuarantineSink;
import dev.nightjar.tables.check.QuarantinedRow;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes quarantined rows as CSV: {@code file,line,rule,column,value,row}, the header also when no
 * row follows. Not safe for use by multiple threads.
 */
public final class QuarantineWriter implements QuarantineSink, Closeable {
    private final CsvOutput out;

    /** A writer; closing it closes the stream. */
    public QuarantineWriter(OutputStream out) {
        this.out = new CsvOutput(out);
        for (String name : new String[] {"file", "line", "rule", "column", "value", "row"}) {
            this.out.cell(name);
        }
        this.out.endRow();
    }

    @Override
    public void accept(QuarantinedRow row) {
        out.cell(row.file());
        out.cell(row.line());
        out.cell(row.rule().toString());
        out.cell(row.column());
        out.cell(row.value());
        out.cell(row.row());
        out.endRow();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
