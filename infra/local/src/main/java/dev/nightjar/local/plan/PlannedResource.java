package dev.nightjar.local.plan;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.ServiceLevel;
import dev.nightjar.core.night.Machine;
import dev.nightjar.local.scheduler.MachineSchedule;
import dev.nightjar.pipeline.functions.FunctionsFile;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that a deployment with the pipeline has.
 *
 * @param name as it is named; those of the bucket and of roles are made up by CloudFormation
 * @param purpose in a few words
 * @param shared whether it serves all pipelines of the deployment
 */
public record PlannedResource(String kind, String name, String purpose, boolean shared) {
    /** Nobody needs to know it. */
    private static final String GENERATED = "(named by CloudFormation)";

    public PlannedResource {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(purpose, "purpose is null");
    }

    /** What there is for all pipelines, then what is the pipeline's own. */
    static List<PlannedResource> of(String name, Definition definition, FunctionsFile functions) {
        List<PlannedResource> found = new ArrayList<>();
        shared(found, "bucket", GENERATED, "the store, and data/");
        functions
                .functions()
                .keySet()
                .forEach(
                        function -> {
                            String step = function.replaceFirst("Function$", "");
                            shared(found, "function", name + "-" + step, "one step");
                            String log = "/" + name + "/functions/" + step;
                            shared(found, "log group", log, "its log lines");
                            shared(found, "role", GENERATED, "of " + name + "-" + step);
                        });
        for (Machine machine : Machine.values()) {
            String own = name + "-" + machine;
            shared(found, "state machine", own, "the " + machine + " nights");
            shared(found, "log group", "/aws/vendedlogs/states/" + own, "its history");
            shared(found, "alarm", own + "-unsuccessful", "an execution failed");
            shared(found, "role", GENERATED, "of " + own);
            shared(found, "role", GENERATED, "of the schedules of " + own);
        }
        shared(found, "rule", name + "-failures", "starts RecordFailure");
        shared(found, "schedule group", name, "holds the schedules");
        for (ServiceLevel level : ServiceLevel.values()) {
            String own = name + "-" + level;
            shared(found, "topic", own, "announcements");
            shared(found, "queue", own + "-undelivered", "dead letters");
            shared(found, "alarm", own + "-undelivered", "a dead letter came");
        }
        shared(found, "key", "alias/" + name + "-signing", "signs bundles");
        shared(found, "key", "alias/" + name + "-topics", "encrypts announcements");
        shared(found, "database", identifier(name), "holds the tables");
        own(found, definition);
        return found;
    }

    private static void own(List<PlannedResource> found, Definition definition) {
        for (MachineSchedule schedule : MachineSchedule.of(definition.pipeline(), definition)) {
            String state = schedule.paused() ? "paused" : "fires";
            String name = definition.pipeline() + "-" + schedule.machine();
            String purpose = state + " " + schedule.expression();
            found.add(new PlannedResource("schedule", name, purpose, false));
        }
        String alert = definition.service().alert();
        if (alert != null) {
            definition.levels().values().stream()
                    .distinct()
                    .map(level -> "is told of failures, level " + level)
                    .map(told -> new PlannedResource("subscription", alert, told, false))
                    .forEach(found::add);
        }
        if (definition.scoring() != null) {
            String table = identifier(definition.pipeline());
            found.add(new PlannedResource("table", table, "committed results", false));
        }
    }

    private static void shared(
            List<PlannedResource> found, String kind, String name, String purpose) {
        found.add(new PlannedResource(kind, name, purpose, true));
    }

    /** As Glue spells names. */
    private static String identifier(String name) {
        return name.replace('-', '_');
    }
}
