package dev.nightjar.cdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.pipeline.file.PipelineFile;
import dev.nightjar.pipeline.file.PipelineFile.Result.Checked;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Pipelines that differ in what the template shows of them. */
public final class Pipelines {
    /** The demo's: binary, service level high, weekly and daily. */
    public static final Definition LOANS = loans();

    /**
     * Regression, service level low but for its batches, trains by a rate, scores hourly, is
     * paused.
     */
    public static final Definition RENTS =
            of(
                    """
                    pipeline: city-rents
                    owner: rents@example.com
                    data: s3://rents-data/city/
                    columns:
                      Flat:  { role: key }
                      slot:  { role: key }
                      size:  { type: decimal }
                      rent:  { role: label, type: decimal }
                    training:
                      source: { path: "rents/*.csv" }
                      schedule: { rate: 5 days, start: "2027-01-01T00:00:00Z", timezone: UTC }
                      candidates: [ { trainer: linear-regression } ]
                    gates: [ "rmse <= 100" ]
                    scoring:
                      source: { path: "flats/*.csv" }
                      schedule: { cron: "15 * * * ? *", timezone: America/New_York, paused: true }
                    service: { level: low, serve: high, alert: rents@example.com }
                    """);

    /** Multiclass without a key, level low, and only scored. */
    public static final Definition BIRDS =
            of(
                    """
                    pipeline: birds
                    owner: birds@example.com
                    columns:
                      song: { type: decimal }
                      kind: { role: label, type: category }
                    scoring:
                      source: { path: "songs/*.csv" }
                      schedule: { cron: "0 1 * * ? *", timezone: Europe/Berlin }
                      deadline: "06:00"
                    service: { level: low }
                    """);

    /** All of them. */
    public static final List<Definition> ALL = List.of(BIRDS, RENTS, LOANS);

    private Pipelines() {}

    /** The pipeline of a file's text. */
    public static Definition of(String yaml) {
        return checked("test.yaml", yaml.getBytes(UTF_8));
    }

    private static Definition loans() {
        try {
            return checked("loans.yaml", Files.readAllBytes(Project.loans()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Definition checked(String file, byte[] yaml) {
        return switch (PipelineFile.readForDeploy(file, yaml, List.of())) {
            case Checked checked -> checked.definition();
            case PipelineFile.Result.Refused refused ->
                    throw new AssertionError(refused.problems());
        };
    }
}
