package dev.nightjar.cdk.level;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Service;
import dev.nightjar.core.definition.ServiceLevel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Who is told of the failures of pipelines. */
public final class Addresses {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private Addresses() {}

    /** Those of all pipelines of a level, each once. */
    static List<String> of(List<Definition> pipelines, ServiceLevel level) {
        return pipelines.stream()
                .map(Definition::service)
                .filter(service -> service.level() == level)
                .map(Service::alert)
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
            if (pipeline.service().level() == ServiceLevel.HIGH) {
                problems.add(
                        pipeline.pipeline()
                                + ": service.level is high, but service.alert names nobody to"
                                + " tell");
            }
        } else if (!EMAIL.matcher(alert).matches()) {
            problems.add(
                    pipeline.pipeline() + ": service.alert '" + alert + "' is no e-mail address");
        }
        return List.copyOf(problems);
    }
}
