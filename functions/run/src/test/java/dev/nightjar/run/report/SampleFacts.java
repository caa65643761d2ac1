package dev.nightjar.run.report;

import dev.nightjar.core.night.InputObject;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.StoredPart;
import dev.nightjar.pipeline.json.Digests;
import dev.nightjar.run.StepRecord;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Small facts that sample records share. */
final class SampleFacts {
    private static final Instant START = Instant.parse("2026-11-09T01:00:02Z");

    private SampleFacts() {}

    static List<InputObject> inputs() {
        return IntStream.range(0, 13)
                .mapToObj(
                        week ->
                                new InputObject(
                                        "training/dt=2026-08-%02d/part-0.csv".formatted(11 + week),
                                        digest("etag" + week),
                                        412_300 + 917L * week,
                                        4_615L + week,
                                        null))
                .toList();
    }

    static SortedMap<String, Long> binaryRules() {
        return new TreeMap<>(
                Map.of("range", 611L, "type", 402L, "missing", 143L, "duplicate key", 31L));
    }

    static SortedMap<String, Double> binary(double auc, double loss, double speed) {
        return new TreeMap<>(
                Map.of(
                        "auc",
                        auc,
                        "logLoss",
                        loss,
                        "brier",
                        loss / 3.1,
                        "rowsPerSecond",
                        speed,
                        "modelBytes",
                        92_412.0));
    }

    static <T> StepRecord<T> step(RunId run, String name, T made) {
        return new StepRecord<>(
                run, name, digest("definition"), digest(name), null, at(1), at(20), made);
    }

    static StoredPart part(String name, long size) {
        return new StoredPart(
                "loans/snapshots/" + SampleTraining.RUN + "/4f1c/" + name,
                "e-" + name,
                size,
                digest(name));
    }

    static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    static String digest(String of) {
        return Digests.sha256Hex(of.getBytes(StandardCharsets.UTF_8));
    }
}
