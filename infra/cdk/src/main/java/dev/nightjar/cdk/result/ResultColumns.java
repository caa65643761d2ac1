package dev.nightjar.cdk.result;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.Definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The columns of a pipeline's result files, in their order, with the type that Athena gives them.
 * Keys stay text: what was read is written again, leading zeros included.
 */
final class ResultColumns {
    private static final List<String> OWN =
            List.of("prediction", "score", "model", "run", "predicted_at", "slot");

    private ResultColumns() {}

    static SequencedMap<String, String> of(Definition pipeline) {
        SequencedMap<String, String> columns = new LinkedHashMap<>();
        keys(pipeline).forEach(key -> columns.put(key, "string"));
        switch (pipeline.task()) {
            case BINARY -> {
                columns.put("prediction", "int");
                columns.put("score", "double");
            }
            case REGRESSION -> columns.put("prediction", "double");
            case MULTICLASS -> {
                // A score for each class follows, and only the model knows how many: what stands
                // behind cannot be told by its place.
                columns.put("prediction", "string");
                return columns;
            }
        }
        columns.put("model", "string");
        columns.put("run", "string");
        columns.put("predicted_at", "string");
        return columns;
    }

    /** Names as Athena has them, in small letters; one that would be there twice gets a suffix. */
    private static List<String> keys(Definition pipeline) {
        List<String> written =
                pipeline.keys().isEmpty()
                        ? List.of("file", "line")
                        : pipeline.keys().stream().map(Column::name).toList();
        Set<String> taken = new HashSet<>(OWN);
        List<String> names = new ArrayList<>();
        for (String key : written) {
            String name = key.toLowerCase(Locale.ROOT);
            while (!taken.add(name)) {
                name += "_key";
            }
            names.add(name);
        }
        return names;
    }
}
