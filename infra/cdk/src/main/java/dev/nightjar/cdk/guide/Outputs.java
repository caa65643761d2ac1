package dev.nightjar.cdk.guide;

import static java.util.Objects.requireNonNull;

import dev.nightjar.cdk.level.ServiceLevels;
import dev.nightjar.cdk.machine.AslStateMachine;
import dev.nightjar.cdk.result.ResultTables;
import dev.nightjar.cdk.schedule.Schedules;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.ServiceLevel;
import dev.nightjar.core.night.Machine;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The outputs: where to look, and what to type. */
public final class Outputs extends Construct {
    private static final String LOGS_OF_A_RUN =
            "fields @timestamp, step, shard, seconds, error, cause"
                    + " | filter run = 'loans-20261102T0300Z-s01' | sort @timestamp";

    private final Props props;
    private final String console;
    private final String region;

    /**
     * What the outputs name.
     *
     * @param bucket name of the store's bucket
     */
    public record Props(
            String name,
            List<Definition> pipelines,
            Map<Machine, AslStateMachine> machines,
            ServiceLevels levels,
            String bucket) {
        public Props {
            requireNonNull(name, "name is null");
            pipelines = List.copyOf(pipelines);
            machines = Map.copyOf(machines);
            requireNonNull(levels, "levels is null");
            requireNonNull(bucket, "bucket is null");
        }
    }

    /** Writes the outputs. */
    public Outputs(Construct scope, String id, Props props) {
        super(scope, id);
        this.props = props;
        this.region = Stack.of(this).getRegion();
        this.console = "https://" + region + ".console.aws.amazon.com/";
        add("Bucket", props.bucket(), "The store, and below data/ what the pipelines read");
        add(
                "Status",
                "./nightjar status --store s3://" + props.bucket(),
                "What serves, what comes next, what needs a person");
        for (Machine machine : Machine.values()) {
            ofMachine(machine);
        }
        add(
                "Schedules",
                console + "scheduler/home?region=" + region + "#schedules",
                "Pause and resume here; group " + props.name());
        add(
                "Logs",
                console + "cloudwatch/home?region=" + region + "#logsV2:logs-insights",
                "Choose the groups /" + props.name() + "/functions/..., then: " + LOGS_OF_A_RUN);
        for (ServiceLevel level : ServiceLevel.values()) {
            ofLevel(level);
        }
        add("Results", query(), "Committed rows in Athena; name the slots that you want");
    }

    private void ofMachine(Machine machine) {
        AslStateMachine made = requireNonNull(props.machines().get(machine));
        String words = capital(machine.toString());
        add(
                words + "Console",
                console + "states/home?region=" + region + "#/statemachines/view/" + made.arn(),
                "Executions of " + made.name() + ": look, rerun, redrive");
        props.pipelines().stream()
                .filter(pipeline -> Schedules.of(pipeline, machine).isPresent())
                .findFirst()
                .ifPresent(
                        pipeline ->
                                add(
                                        "Start" + words,
                                        start(made, Schedules.name(pipeline, machine)),
                                        "Starts a slot of a pipeline by hand, here "
                                                + pipeline.pipeline()));
    }

    private String start(AslStateMachine machine, String schedule) {
        return new StartByHand(props.name(), schedule, machine.arn()).command();
    }

    private void ofLevel(ServiceLevel level) {
        String words = capital(level.toString());
        add(
                "Topic" + words,
                props.levels().level(level).topic().getTopicArn(),
                "Announces what happens at service level " + level);
        add(
                "Undelivered" + words,
                props.levels().level(level).undelivered().getQueueUrl(),
                "Slots that could not be started, at service level " + level);
    }

    private String query() {
        String table =
                props.pipelines().stream()
                        .filter(pipeline -> pipeline.scoring() != null)
                        .map(pipeline -> ResultTables.table(pipeline.pipeline()))
                        .findFirst()
                        .orElse("...");
        return "SELECT * FROM "
                + ResultTables.database(props.name())
                + "."
                + table
                + " WHERE slot = '20261102T0300Z'";
    }

    private void add(String id, String value, String description) {
        CfnOutput.Builder.create(this, id)
                .value(value)
                .description(description)
                .build()
                .overrideLogicalId(id);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
