package dev.nightjar.cdk.level;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Phase;
import dev.nightjar.core.definition.ServiceLevel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Who is told of the failures of pipelines. */
public final class Addresses {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private Addresses() {}

    /** Those of all pipelines with a phase of the level, each once. */
    static List<String> of(List<Definition> pipelines, ServiceLevel level) {
        return pipelines.stream()
                .filter(pipeline -> pipeline.levels().containsValue(level))
                .map(pipeline -> pipeline.service().alert())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** What a pipeline cannot be deployed with: nobody to tell, or a text that is no address. */
    public static List<String> problems(Definition pipeline) {
        List<String> problems = new ArrayList<>();
        String alert = pipeline.service().alert();
        if (alert == null) {
            pipeline.levels().entrySet().stream()
                    .filter(each -> each.getValue() == ServiceLevel.HIGH)
                    .findFirst()
                    .ifPresent(each -> problems.add(nobody(pipeline, each.getKey())));
        } else if (!EMAIL.matcher(alert).matches()) {
            problems.add(
                    pipeline.pipeline() + ": service.alert '" + alert + "' is no e-mail address");
        }
        return List.copyOf(problems);
    }

    private static String nobody(Definition pipeline, Phase phase) {
        return "%s: the service level of %s is high, but service.alert names nobody to tell"
                .formatted(pipeline.pipeline(), phase);
    }
}
