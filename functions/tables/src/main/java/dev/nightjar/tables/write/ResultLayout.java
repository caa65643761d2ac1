package dev.nightjar.tables.write;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Task;

import java.util.ArrayList;
import java.util.List;

/**
 * What a result file holds.
 *
 * @param keys names of the key columns; without any, rows start with {@code file,line}
 * @param labels of a multiclass model, in the order of its outputs; else empty
 * @param predictedAt as written into each row
 */
public record ResultLayout(
        List<String> keys,
        Task task,
        List<String> labels,
        String model,
        String run,
        String predictedAt) {
    public ResultLayout {
        keys = List.copyOf(keys);
        requireNonNull(task, "task is null");
        labels = List.copyOf(labels);
        requireNonNull(model, "model is null");
        requireNonNull(run, "run is null");
        requireNonNull(predictedAt, "predictedAt is null");
        if ((task == Task.MULTICLASS) == labels.isEmpty()) {
            throw new IllegalArgumentException("labels belong to multiclass models alone");
        }
    }

    /** The header of a result file. */
    public List<String> header() {
        List<String> names = new ArrayList<>(keys.isEmpty() ? List.of("file", "line") : keys);
        names.add("prediction");
        switch (task) {
            case BINARY -> names.add("score");
            case MULTICLASS -> labels.forEach(label -> names.add("score_" + label));
            case REGRESSION -> {}
        }
        names.addAll(List.of("model", "run", "predicted_at"));
        return List.copyOf(names);
    }
}
