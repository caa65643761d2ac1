package dev.nightjar.cdk;

import static java.util.Objects.requireNonNull;

import dev.nightjar.cdk.failure.FailureRule;
import dev.nightjar.cdk.failure.UnsuccessfulAlarm;
import dev.nightjar.cdk.guide.Outputs;
import dev.nightjar.cdk.level.Addresses;
import dev.nightjar.cdk.level.ServiceLevels;
import dev.nightjar.cdk.machine.AslStateMachine;
import dev.nightjar.cdk.machine.MachineDocument;
import dev.nightjar.cdk.result.ResultTables;
import dev.nightjar.cdk.schedule.ScheduleInput;
import dev.nightjar.cdk.schedule.Schedules;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.ServiceLevel;
import dev.nightjar.core.night.Machine;

import software.amazon.awscdk.services.lambda.IVersion;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What makes functions and a bucket into nights: machines, schedules, the rule on failures, alarms,
 * tables and outputs.
 */
final class Orchestration extends Construct {
    /** The only function that something else than a machine calls. */
    private static final String RECORD_FAILURE = "RecordFailureFunction";

    private final Props props;
    private final Map<Machine, AslStateMachine> machines = new EnumMap<>(Machine.class);

    /**
     * What a night is made of.
     *
     * @param name of the deployment
     * @param files what the machines are read from
     * @param functions versions, by placeholder
     * @param retention of the machines' logs
     * @param now when this is deployed
     */
    record Props(
            String name,
            Files files,
            Map<String, IVersion> functions,
            IBucket store,
            ServiceLevels levels,
            RetentionDays retention,
            Instant now) {
        Props {
            requireNonNull(name, "name is null");
            requireNonNull(files, "files is null");
            functions = Map.copyOf(functions);
            requireNonNull(store, "store is null");
            requireNonNull(levels, "levels is null");
            requireNonNull(retention, "retention is null");
            requireNonNull(now, "now is null");
        }
    }

    /**
     * The files that say what is deployed.
     *
     * @param machines the folder of {@code <machine>.asl.json}
     * @param pipelines in the order of their names
     */
    record Files(Path machines, List<Definition> pipelines) {
        Files {
            requireNonNull(machines, "machines is null");
            pipelines = List.copyOf(pipelines);
        }

        MachineDocument document(Machine machine) {
            return MachineDocument.read(machines.resolve(machine + ".asl.json"));
        }

        /**
         * Everything in the files that would go wrong on AWS, known before anything is made.
         *
         * @param functions the placeholders that can be filled
         */
        List<String> problems(Set<String> functions) {
            List<String> problems = new ArrayList<>();
            for (Machine machine : Machine.values()) {
                problems.addAll(document(machine).problems(functions));
            }
            for (Definition pipeline : pipelines) {
                problems.addAll(Addresses.problems(pipeline));
                problems.addAll(ScheduleInput.problems(pipeline));
            }
            return List.copyOf(problems);
        }
    }

    Orchestration(Construct scope, String id, Props props) {
        super(scope, id);
        this.props = props;
        NotDeployable.ifAny(props.files().problems(props.functions().keySet()));
        for (Machine machine : Machine.values()) {
            machines.put(machine, machine(machine));
        }
        addSchedules();
        addFailures();
        addTables();
        addOutputs();
    }

    /** The machine of the kind. */
    AslStateMachine machineOf(Machine machine) {
        return requireNonNull(machines.get(machine));
    }

    private AslStateMachine machine(Machine machine) {
        return new AslStateMachine(
                this,
                machine.toString(),
                new AslStateMachine.Props(
                        props.name() + "-" + machine,
                        props.files().document(machine),
                        props.functions(),
                        props.store(),
                        props.retention()));
    }

    private void addSchedules() {
        Schedules.Props schedules =
                new Schedules.Props(
                        props.name(),
                        props.files().pipelines(),
                        machines,
                        props.levels(),
                        props.store().getBucketName(),
                        props.now());
        new Schedules(this, "Schedules", schedules);
    }

    /** The rule cannot know a pipeline's level when nothing could be recorded: high it is. */
    private void addFailures() {
        FailureRule.Props rule =
                new FailureRule.Props(
                        props.name(),
                        List.copyOf(machines.values()),
                        requireNonNull(props.functions().get(RECORD_FAILURE)),
                        props.levels().level(ServiceLevel.HIGH).undelivered());
        new FailureRule(this, "Failures", rule);
        machines.forEach(
                (machine, made) -> new UnsuccessfulAlarm(this, machine + "Unsuccessful", made));
    }

    private void addTables() {
        new ResultTables(
                this,
                "Results",
                new ResultTables.Props(
                        props.name(), props.files().pipelines(), props.store().getBucketName()));
    }

    private void addOutputs() {
        Outputs.Props outputs =
                new Outputs.Props(
                        props.name(),
                        props.files().pipelines(),
                        machines,
                        props.levels(),
                        props.store().getBucketName());
        new Outputs(this, "Outputs", outputs);
    }
}
