package dev.nightjar.cdk.level;

import static java.util.Objects.requireNonNull;

import dev.nightjar.cdk.NotDeployable;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.ServiceLevel;

import org.jspecify.annotations.Nullable;

import software.constructs.Construct;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Both service levels: where each announces, and where each keeps what could not be delivered. */
public final class ServiceLevels extends Construct {
    private final Map<ServiceLevel, Level> levels = new EnumMap<>(ServiceLevel.class);

    /**
     * Makes both levels, whether or not a pipeline has them: functions are told of both topics.
     *
     * @param name what resources are named after
     * @param pipelines whose {@code service.alert} addresses are subscribed
     * @param operations address that is told of whatever is announced as high, or null
     */
    public ServiceLevels(
            Construct scope,
            String id,
            String name,
            List<Definition> pipelines,
            @Nullable String operations) {
        super(scope, id);
        NotDeployable.ifAny(
                pipelines.stream().flatMap(each -> Addresses.problems(each).stream()).toList());
        TopicKey key = new TopicKey(this, "TopicKey", name);
        for (ServiceLevel level : ServiceLevel.values()) {
            List<String> addresses = new ArrayList<>(Addresses.of(pipelines, level));
            if (level == ServiceLevel.HIGH
                    && operations != null
                    && !addresses.contains(operations)) {
                addresses.add(operations);
            }
            Level.Props props = new Level.Props(name, level, key.key(), addresses);
            levels.put(level, new Level(this, id(level), props));
        }
    }

    private static String id(ServiceLevel level) {
        return switch (level) {
            case HIGH -> "High";
            case LOW -> "Low";
        };
    }

    /** One of the levels. */
    public Level level(ServiceLevel level) {
        return requireNonNull(levels.get(level));
    }
}
