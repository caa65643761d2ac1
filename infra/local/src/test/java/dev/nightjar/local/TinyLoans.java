package dev.nightjar.local;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.pipeline.file.PipelineFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A small pipeline with its data, the same at each making: 2,000 rows to learn from, 3 objects to
 * score, 2 candidates.
 *
 * @param folder holds {@code loans.yaml} and the data
 */
public record TinyLoans(Path folder) {
    /** The slot of the night that the data are made for. */
    public static final String SLOT = "2026-11-02T01:00Z";

    private static final int TRAINING_ROWS = 2_000;
    private static final int SCORING_ROWS = 100;
    private static final int OBJECTS = 3;

    private static final String PIPELINE =
            """
            pipeline: loans
            owner: risk@example.com
            columns:
              loan_id:   { role: key }
              amount:    { type: decimal, range: [0, 200000] }
              age:       { type: integer, range: [18, 110], missing: median }
              purpose:   { type: category }
              defaulted: { role: label, type: boolean }
            training:
              source: { path: "training/*.csv" }
              split:  { holdout: 0.2, validation: 0.2, by: key }
              candidates:
                - trainer: logistic-regression
                  epochs: 5
                - trainer: boosted-trees
                  rounds: 10
                  depth: 3
            gates:
              - auc >= 0.6
            scoring:
              source: { path: "applications/*.csv" }
            """;

    /** Makes the pipeline and its data in the folder. */
    public static TinyLoans in(Path folder) {
        TinyLoans loans = new TinyLoans(folder);
        loans.write("loans.yaml", PIPELINE);
        loans.write("training/loans.csv", rows(1, 0).labelled(TRAINING_ROWS, TinyLoans::risk));
        for (int i = 1; i <= OBJECTS; i++) {
            int first = TRAINING_ROWS + i * SCORING_ROWS;
            loans.write(
                    "applications/part-" + i + ".csv", rows(1 + i, first).unlabelled(SCORING_ROWS));
        }
        return loans;
    }

    /** The pipeline file. */
    public Path file() {
        return folder.resolve("loans.yaml");
    }

    /** The checked pipeline file with overrides. */
    public Definition definition(List<String> sets) {
        try {
            byte[] yaml = Files.readAllBytes(file());
            return switch (PipelineFile.read("loans.yaml", yaml, sets)) {
                case PipelineFile.Result.Checked checked -> checked.definition();
                case PipelineFile.Result.Refused refused ->
                        throw new AssertionError(refused.problems());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file below the folder. */
    public void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LoanRows rows(long seed, int first) {
        return new LoanRows(seed, i -> String.format(Locale.ROOT, "L%06d", first + i));
    }

    private static double risk(double amount, int age, int purpose) {
        double risk = amount / 25_000 - age / 40.0 + purpose - 1;
        return 1 / (1 + Math.exp(-risk * 2));
    }
}
