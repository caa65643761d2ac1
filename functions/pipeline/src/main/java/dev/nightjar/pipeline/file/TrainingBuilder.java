package dev.nightjar.pipeline.file;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.definition.Split;
import dev.nightjar.core.definition.SplitBy;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.definition.TrainerKind;
import dev.nightjar.core.definition.Training;
import dev.nightjar.core.gate.Metric;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The training of a checked tree, with the defaults that depend on the label and on each other. */
final class TrainingBuilder {
    private static final double USUAL_VALIDATION = 0.2;

    private final Task task;
    private final boolean keyed;

    TrainingBuilder(Task task, boolean keyed) {
        this.task = task;
        this.keyed = keyed;
    }

    Training training(Tree training) {
        List<CandidateSettings> candidates = candidates(training.node().path("candidates"));
        return new Training(
                SourceBuilder.source(training.table("source")),
                SourceBuilder.schedule(training.tableOrNull("schedule")),
                split(training.table("split"), candidates.size()),
                candidates,
                Optional.ofNullable(training.textOrNull("objective"))
                        .orElse(Metric.objectiveOf(task).toString()));
    }

    private Split split(Tree split, int candidates) {
        double validation =
                split.node().path("validation").doubleValue(candidates == 1 ? 0 : USUAL_VALIDATION);
        SplitBy by =
                Optional.ofNullable(split.textOrNull("by"))
                        .map(text -> Spelled.as(SplitBy.class, text))
                        .orElse(keyed ? SplitBy.KEY : SplitBy.ROW);
        return new Split(split.number("holdout"), validation, by, split.textOrNull("time"));
    }

    private List<CandidateSettings> candidates(JsonNode candidates) {
        if (candidates.isMissingNode()) {
            return TrainerSettings.trainers(task).stream()
                    .map(kind -> new CandidateSettings(kind, TrainerSettings.defaults(kind)))
                    .toList();
        }
        return candidates.valueStream().flatMap(grid -> points(grid).stream()).toList();
    }

    /** Every point of a candidate's grid; the setting written last changes fastest. */
    private static List<CandidateSettings> points(JsonNode grid) {
        TrainerKind trainer = Spelled.as(TrainerKind.class, grid.required("trainer").asString());
        List<SortedMap<String, Double>> points = List.of(TrainerSettings.defaults(trainer));
        for (String name : grid.propertyNames()) {
            if (!name.equals("trainer")) {
                points = spanned(points, name, grid.get(name));
            }
        }
        return points.stream().map(point -> new CandidateSettings(trainer, point)).toList();
    }

    private static List<SortedMap<String, Double>> spanned(
            List<SortedMap<String, Double>> points, String name, JsonNode values) {
        List<Double> numbers =
                values.isArray()
                        ? values.valueStream().map(JsonNode::doubleValue).toList()
                        : List.of(values.doubleValue());
        List<SortedMap<String, Double>> spanned = new ArrayList<>();
        for (SortedMap<String, Double> point : points) {
            for (Double number : numbers) {
                SortedMap<String, Double> next = new TreeMap<>(point);
                next.put(name, number);
                spanned.add(next);
            }
        }
        return spanned;
    }
}
