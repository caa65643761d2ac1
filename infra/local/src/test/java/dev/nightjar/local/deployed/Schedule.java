package dev.nightjar.local.deployed;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Slot;
import dev.nightjar.pipeline.json.Json;

import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;

import java.util.List;
import java.util.stream.Stream;

/**
 * A stored schedule of EventBridge Scheduler: which machine it starts, and with what.
 *
 * @param input with the placeholders that the scheduler fills in at each delivery
 */
record Schedule(String machineArn, String input) {
    private static final String TIME = "<aws.scheduler.scheduled-time>";
    private static final String DELIVERY = "<aws.scheduler.execution-id>";

    Schedule {
        requireNonNull(machineArn, "machineArn is null");
        requireNonNull(input, "input is null");
    }

    /** The schedule that starts this machine for this pipeline. */
    static Schedule of(SchedulerClient client, String machineArn, String pipeline) {
        return all(client, machineArn)
                .filter(schedule -> schedule.pipeline().equals(pipeline))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no schedule for " + pipeline + " at " + machineArn));
    }

    /** The pipelines that this machine is started for. */
    static List<String> pipelines(SchedulerClient client, String machineArn) {
        return all(client, machineArn).map(Schedule::pipeline).toList();
    }

    private static Stream<Schedule> all(SchedulerClient client, String machineArn) {
        return client.listSchedulesPaginator(request -> {}).schedules().stream()
                .map(
                        found ->
                                client.getSchedule(
                                        request ->
                                                request.name(found.name())
                                                        .groupName(found.groupName())))
                .map(Schedule::read)
                .filter(schedule -> schedule.machineArn.equals(machineArn));
    }

    private static Schedule read(GetScheduleResponse schedule) {
        return new Schedule(schedule.target().arn(), schedule.target().input());
    }

    private String pipeline() {
        return Json.parse(input).path("pipeline").asString("");
    }

    /** What the scheduler would send ("EventBridge Scheduler: Adding context attributes"). */
    String input(Slot slot, String delivery) {
        if (!input.contains(TIME) || !input.contains(DELIVERY)) {
            throw new AssertionError("without the context attributes: " + input);
        }
        return input.replace(TIME, slot.time().toString()).replace(DELIVERY, delivery);
    }
}
