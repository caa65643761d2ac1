package dev.nightjar.local.deployed;

import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.StoredPart;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.run.Records;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rows that a run committed, as they stand in its parts. */
final class CommittedText {
    /** What tells of the run and not of the row. */
    private static final List<String> OF_THE_RUN = List.of("model", "run", "predicted_at");

    private CommittedText() {}

    /** Every part's lines in order, without the columns that name model, run and time. */
    static String of(ObjectStore store, RunId run) {
        StringBuilder text = new StringBuilder();
        for (StoredPart part : new Records(store).manifest(run).orElseThrow().parts()) {
            String lines = store.find(part.key()).orElseThrow().text();
            if (!lines.isEmpty()) {
                text.append(withoutRun(lines));
            }
        }
        return text.toString();
    }

    /** The models that scored the rows. */
    static Set<String> models(ObjectStore store, RunId run) {
        Set<String> models = new TreeSet<>();
        for (StoredPart part : new Records(store).manifest(run).orElseThrow().parts()) {
            List<String> lines = store.find(part.key()).orElseThrow().text().lines().toList();
            if (!lines.isEmpty()) {
                int column = cells(lines.getFirst()).indexOf("model");
                lines.stream().skip(1).map(line -> cells(line).get(column)).forEach(models::add);
            }
        }
        return models;
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split(",", -1));
    }

    private static String withoutRun(String part) {
        List<String> header = cells(part.lines().findFirst().orElseThrow());
        int kept = header.size() - OF_THE_RUN.size();
        if (!header.subList(kept, header.size()).equals(OF_THE_RUN)) {
            throw new AssertionError("other columns at the end of " + header);
        }
        return part.lines()
                .map(line -> cells(line).subList(0, kept))
                .map(cells -> String.join(",", cells) + "\n")
                .collect(Collectors.joining());
    }
}
