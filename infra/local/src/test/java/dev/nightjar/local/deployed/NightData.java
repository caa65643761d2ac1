package dev.nightjar.local.deployed;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Slot;
import dev.nightjar.local.LoanRows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The pipeline that the tests deploy, and its rows, the same at each making. Few rows; whether a
 * loan defaults depends on amount and purpose together, which trees find and a line does not.
 *
 * @param folder holds {@code pipelines/} and {@code data/}
 */
record NightData(Path folder) {
    static final String PIPELINE = "loans";
    static final int OBJECTS = 3;
    static final int ROWS_OF_AN_OBJECT = 61;

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final int TRAINING_ROWS = 600;
    private static final int SCORING_ROWS = 60;
    private static final String FILE =
            """
            pipeline: loans
            owner: risk@example.com
            purpose: Probability that a loan application defaults.
            columns:
              loan_id:   { role: key }
              amount:    { type: decimal, range: [0, 200000] }
              age:       { type: integer, range: [18, 110], missing: median }
              purpose:   { type: category }
              defaulted: { role: label, type: boolean }
            training:
              source:   { path: "training/dt={date}/*.csv", window: P7D }
              schedule: { cron: "0 2 ? * MON *", timezone: Europe/Berlin }
              split:    { holdout: 0.2, validation: 0.2, by: key }
              candidates:
                - trainer: logistic-regression
                  epochs: 5
                - trainer: boosted-trees
                  rounds: 10
                  depth: 3
            gates:
              - auc >= 0.6
            scoring:
              source:   { path: "applications/dt={date}/*.csv", window: P1D, include: slot }
              schedule: { cron: "0 4 * * ? *", timezone: Europe/Berlin }
              shards:   { concurrency: 4 }
            service: { level: high, alert: oncall@example.com }
            """;

    NightData {
        requireNonNull(folder, "folder is null");
    }

    /** Writes the pipeline file. */
    static NightData in(Path folder) {
        NightData data = new NightData(folder);
        write(data.file(PIPELINE), FILE);
        return data;
    }

    /** The folder of the pipeline file. */
    Path pipelines() {
        return folder.resolve("pipelines");
    }

    private Path file(String pipeline) {
        return pipelines().resolve(pipeline + ".yaml");
    }

    /** The pipeline's data root. */
    Path root() {
        return folder.resolve("data");
    }

    /** Writes into the pipeline file that no scoring is started. */
    void pauseScoring() {
        write(
                file(PIPELINE),
                FILE.replace("cron: \"0 4 * * ? *\"", "paused: true, cron: \"0 4 * * ? *\""));
    }

    /** Writes the file of one more pipeline. */
    void addPipeline(String name) {
        write(file(name), FILE.replace("pipeline: " + PIPELINE, "pipeline: " + name));
    }

    /** When the training of the week that ends before this Monday is due. */
    static Slot trainingSlot(LocalDate monday) {
        return new Slot(monday.atTime(2, 0).atZone(ZONE).toInstant());
    }

    /** When the scoring of this day is due. */
    static Slot scoringSlot(LocalDate date) {
        return new Slot(date.atTime(4, 0).atZone(ZONE).toInstant());
    }

    /** Makes the rows of one day to learn from; answers their key. */
    String training(LocalDate date) {
        String key = "training/dt=" + date + "/loans.csv";
        write(
                root().resolve(key),
                rows(date.toEpochDay()).labelled(TRAINING_ROWS, NightData::risk));
        return key;
    }

    /** Makes the rows of one object to score, one of them unfit; answers its key. */
    String application(LocalDate date, int number) {
        String key = "applications/dt=" + date + "/part-" + number + ".csv";
        long seed = date.toEpochDay() * 1_000 + number;
        String unfit = "L" + seed + "-unfit,-5.00,30,car\n";
        write(root().resolve(key), rows(seed).unlabelled(SCORING_ROWS) + unfit);
        return key;
    }

    private static LoanRows rows(long seed) {
        return new LoanRows(seed, i -> "L" + seed + "-" + i);
    }

    private static double risk(double amount, int age, int purpose) {
        boolean risky = amount > 25_000 ^ purpose == 1;
        return risky ? 0.85 : 0.15;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
