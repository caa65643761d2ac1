package dev.nightjar.core.definition;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checked pipeline file with every default written out. It travels as JSON in the input of both
 * machines; its digest is in {@code contracts}: without owner, purpose, service, schedules, data
 * root and concurrency. Immutable.
 *
 * @param data root of the sources' paths, or null for the default
 * @param excludeFile object under the data root that lists keys and partitions kept out, or null
 * @param seed put before the digits or key that decide the split, when given
 */
public record Definition(
        String pipeline,
        @Nullable String owner,
        @Nullable String purpose,
        @Nullable String data,
        List<Column> columns,
        Format format,
        Limits limits,
        @Nullable String excludeFile,
        @Nullable Long seed,
        @Nullable Training training,
        List<String> gates,
        ReleaseMode release,
        @Nullable Scoring scoring,
        Service service) {
    public Definition {
        requireNonNull(pipeline, "pipeline is null");
        columns = List.copyOf(columns);
        requireNonNull(format, "format is null");
        requireNonNull(limits, "limits is null");
        gates = List.copyOf(gates);
        requireNonNull(release, "release is null");
        requireNonNull(service, "service is null");
    }

    /** The label. */
    public Column label() {
        return columns.stream()
                .filter(column -> column.role() == Role.LABEL)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no column is the label"));
    }

    /** The key columns, in the file's order; empty for a table without a key. */
    public List<Column> keys() {
        return withRole(Role.KEY);
    }

    /** The columns that models see, in the file's order. */
    public List<Column> features() {
        return withRole(Role.FEATURE);
    }

    /** What the label asks for. */
    public Task task() {
        return switch (label().type()) {
            case BOOLEAN -> Task.BINARY;
            case CATEGORY, TEXT -> Task.MULTICLASS;
            case INTEGER, DECIMAL, DATE -> Task.REGRESSION;
        };
    }

    /** The column with the name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The service level of each phase that the pipeline has, in their order. */
    public Map<Phase, ServiceLevel> levels() {
        Map<Phase, ServiceLevel> levels = new EnumMap<>(Phase.class);
        if (training != null) {
            levels.put(Phase.TRAIN, service.level(Phase.TRAIN));
            levels.put(Phase.RELEASE, service.level(Phase.RELEASE));
        }
        if (scoring != null) {
            levels.put(Phase.SERVE, service.level(Phase.SERVE));
        }
        return Collections.unmodifiableMap(levels);
    }

    private List<Column> withRole(Role role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }
}
