package dev.nightjar.local.demo;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Snapshot;
import dev.nightjar.core.rows.RowBlock;
import dev.nightjar.core.rows.TextColumn;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.run.Records;
import dev.nightjar.tables.ReadSettings;
import dev.nightjar.tables.TableInput;
import dev.nightjar.tables.TableReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What the best of all models could reach on the very rows that a run holds out. */
final class BestPossible {
    private final ObjectStore store;
    private final Truth truth;

    BestPossible(ObjectStore store, Truth truth) {
        this.store = requireNonNull(store, "store is null");
        this.truth = requireNonNull(truth, "truth is null");
    }

    /** The AUC of the true probabilities on the run's holdout; empty before it has one. */
    OptionalDouble auc(RunId run, List<Column> columns) {
        return new Records(store)
                .step(run, "PrepareData", Snapshot.class)
                .map(record -> OptionalDouble.of(auc(record.made(), columns)))
                .orElse(OptionalDouble.empty());
    }

    private double auc(Snapshot snapshot, List<Column> columns) {
        String key = snapshot.holdout().key();
        List<Long> numbers = new ArrayList<>();
        TableReader reader =
                new TableReader(
                        ReadSettings.clean(columns), block -> collect(block, numbers), row -> {});
        ObjectHead head = store.head(key).orElseThrow();
        try (InputStream stream = store.open(head)) {
            reader.read(TableInput.whole(key, Format.STANDARD, stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return truth.bestAuc(numbers.stream().mapToLong(Long::longValue));
    }

    private static void collect(RowBlock block, List<Long> numbers) {
        int column = block.index(Field.LOAN_ID.toString());
        if (block.column(column) instanceof TextColumn keys) {
            for (int row = 0; row < block.rows(); row++) {
                numbers.add(LoanRow.number(keys.text(row)));
            }
        }
    }
}
