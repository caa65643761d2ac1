package dev.nightjar.cdk.schedule;

import static java.util.Objects.requireNonNull;

import dev.nightjar.cdk.NotDeployable;
import dev.nightjar.cdk.level.ServiceLevels;
import dev.nightjar.cdk.machine.AslStateMachine;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Schedule;
import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.definition.ServiceLevel;
import dev.nightjar.core.definition.Training;
import dev.nightjar.core.night.Machine;
import dev.nightjar.pipeline.schedule.Firings;

import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnSchedule.DeadLetterConfigProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.FlexibleTimeWindowProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.RetryPolicyProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.TargetProperty;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.constructs.Construct;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One schedule a pipeline and machine, in a group of their own. */
public final class Schedules extends Construct {
    /** As many as EventBridge Scheduler makes: the time is the limit, not the count. */
    private static final int ATTEMPTS_HIGH = 185;

    private static final int ATTEMPTS_LOW = 3;

    private final Props props;
    private final CfnScheduleGroup group;
    private final Map<Machine, StarterRole> roles = new EnumMap<>(Machine.class);

    /**
     * What schedules need.
     *
     * @param name of the deployment and of the group
     * @param bucket name of the store's bucket, where data lies unless a pipeline says otherwise
     * @param now when this is deployed
     */
    public record Props(
            String name,
            List<Definition> pipelines,
            Map<Machine, AslStateMachine> machines,
            ServiceLevels levels,
            String bucket,
            Instant now) {
        public Props {
            requireNonNull(name, "name is null");
            pipelines = List.copyOf(pipelines);
            machines = Map.copyOf(machines);
            requireNonNull(levels, "levels is null");
            requireNonNull(bucket, "bucket is null");
            requireNonNull(now, "now is null");
        }
    }

    /**
     * Makes the group, a role a machine, and the schedules.
     *
     * @throws NotDeployable when an input is too large
     */
    public Schedules(Construct scope, String id, Props props) {
        super(scope, id);
        this.props = props;
        NotDeployable.ifAny(
                props.pipelines().stream()
                        .flatMap(each -> ScheduleInput.problems(each).stream())
                        .toList());
        group = CfnScheduleGroup.Builder.create(this, "Group").name(props.name()).build();
        for (Machine machine : Machine.values()) {
            StarterRole.Props starter =
                    new StarterRole.Props(props.name(), machine(machine), props.levels());
            roles.put(machine, new StarterRole(this, machine + "Role", starter));
        }
        for (Definition pipeline : props.pipelines()) {
            for (Machine machine : Machine.values()) {
                of(pipeline, machine).ifPresent(schedule -> add(pipeline, machine, schedule));
            }
        }
    }

    /** The name of a pipeline's schedule for a machine. */
    public static String name(Definition pipeline, Machine machine) {
        return pipeline.pipeline() + "-" + machine;
    }

    private void add(Definition pipeline, Machine machine, Schedule schedule) {
        Construct scope = new Construct(this, name(pipeline, machine));
        CfnSchedule.Builder made =
                CfnSchedule.Builder.create(scope, "Resource")
                        .groupName(group.getRef())
                        .name(name(pipeline, machine))
                        .description(description(pipeline, machine))
                        .scheduleExpression(expression(schedule))
                        .scheduleExpressionTimezone(schedule.timezone())
                        .state(schedule.paused() ? "DISABLED" : "ENABLED")
                        .flexibleTimeWindow(
                                FlexibleTimeWindowProperty.builder().mode("OFF").build())
                        .target(target(pipeline, machine, schedule));
        if (schedule.rate() != null) {
            firstFiring(schedule).ifPresent(first -> made.startDate(first.toString()));
        }
        made.build();
    }

    /**
     * From where a rate is counted: its next firing, because EventBridge Scheduler refuses a start
     * that has passed, also of a schedule that is only changed.
     */
    private Optional<Instant> firstFiring(Schedule schedule) {
        return Firings.of(schedule).next(props.now());
    }

    private TargetProperty target(Definition pipeline, Machine machine, Schedule schedule) {
        ServiceLevel level = level(pipeline, machine);
        return TargetProperty.builder()
                .arn(machine(machine).arn())
                .roleArn(requireNonNull(roles.get(machine)).arn())
                .input(new ScheduleInput(pipeline, props.bucket()).text())
                .retryPolicy(
                        RetryPolicyProperty.builder()
                                .maximumEventAgeInSeconds(
                                        EventAge.of(pipeline, machine, schedule).toSeconds())
                                .maximumRetryAttempts(attempts(level))
                                .build())
                .deadLetterConfig(
                        DeadLetterConfigProperty.builder()
                                .arn(props.levels().level(level).undelivered().getQueueArn())
                                .build())
                .build();
    }

    /** A slot that cannot be started fails in the machine's first phase. */
    private static ServiceLevel level(Definition pipeline, Machine machine) {
        return pipeline.service().level(machine.firstPhase());
    }

    private static int attempts(ServiceLevel level) {
        return switch (level) {
            case HIGH -> ATTEMPTS_HIGH;
            case LOW -> ATTEMPTS_LOW;
        };
    }

    private static String description(Definition pipeline, Machine machine) {
        return "Starts the "
                + machine
                + " of "
                + pipeline.pipeline()
                + "; service level "
                + level(pipeline, machine)
                + "; owner "
                + pipeline.owner();
    }

    /** As the pipeline file has it: EventBridge Scheduler reads the same grammar. */
    private static String expression(Schedule schedule) {
        String cron = schedule.cron();
        return cron != null ? "cron(" + cron.strip() + ")" : "rate(" + schedule.rate() + ")";
    }

    private AslStateMachine machine(Machine machine) {
        return requireNonNull(props.machines().get(machine), () -> "no machine " + machine);
    }

    /** When a pipeline's machine starts by itself; empty when the pipeline does not have it. */
    public static Optional<Schedule> of(Definition pipeline, Machine machine) {
        return switch (machine) {
            case TRAINING -> Optional.ofNullable(pipeline.training()).map(Training::schedule);
            case SCORING -> Optional.ofNullable(pipeline.scoring()).map(Scoring::schedule);
        };
    }
}
