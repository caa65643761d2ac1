package dev.nightjar.local.plan;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pipeline will do, need and cost: the document of {@code plan --json}.
 *
 * @param levels the service level of each phase that the pipeline has, in their order
 */
public record PlanAnswer(
        String pipeline,
        @Nullable String owner,
        Map<String, String> levels,
        List<MachinePlan> machines,
        List<FunctionRights> functions,
        List<PlannedResource> resources,
        Cost cost) {
    /**
     * What one machine will do.
     *
     * @param schedule the expression, or null when it is started by hand
     * @param timezone of the schedule's wall clock and of the partitions
     * @param slots the next ones; without a schedule the one that a start now would have
     * @param clockChange the next one, or null
     * @param path of the source
     * @param data what lies here for one of the slots, or null when nothing does
     * @param time null when no earlier run tells
     */
    public record MachinePlan(
            String machine,
            @Nullable String schedule,
            String timezone,
            boolean paused,
            List<PlannedSlot> slots,
            @Nullable Clocks clockChange,
            String path,
            @Nullable Data data,
            @Nullable Time time) {
        public MachinePlan {
            slots = List.copyOf(slots);
        }
    }

    /**
     * When clocks are changed next, and the slots around that.
     *
     * @param from offset before
     * @param to offset after
     * @param skipped local times that do not exist, so that their slots are skipped
     * @param twice local times that come twice and fire once
     */
    public record Clocks(
            String at,
            String from,
            String to,
            @Nullable String slotBefore,
            @Nullable String slotAfter,
            List<String> skipped,
            List<String> twice) {
        public Clocks {
            skipped = List.copyOf(skipped);
            twice = List.copyOf(twice);
        }
    }

    /**
     * What lies in the data root.
     *
     * @param slot whose data they are
     * @param shards by size, or null for a training
     * @param rows as many as in earlier bytes, or null when no run has counted
     */
    public record Data(
            String slot, int objects, long bytes, @Nullable Integer shards, @Nullable Long rows) {}

    /**
     * How long a night will take, as an earlier one did.
     *
     * @param deadlineSeconds from the slot to its deadline, or null
     * @param margin what is left until then, or null
     * @param run that it is judged by
     * @param tookSeconds that run
     * @param bytes that run
     */
    public record Time(
            double expectedSeconds,
            @Nullable Double deadlineSeconds,
            @Nullable Double margin,
            String run,
            double tookSeconds,
            long bytes) {}

    /**
     * What it will cost.
     *
     * @param date until when the prices were read
     * @param nights of each machine
     * @param monthly what is paid whether or not anything runs, and storage
     * @param month everything together
     */
    public record Cost(
            String region,
            String currency,
            String date,
            String architecture,
            List<Nights> nights,
            List<CostLine> monthly,
            double month,
            List<String> assumptions) {
        public Cost {
            nights = List.copyOf(nights);
            monthly = List.copyOf(monthly);
            assumptions = List.copyOf(assumptions);
        }
    }

    /**
     * The nights of one machine.
     *
     * @param nightsAMonth in the next thirty days
     * @param night one of them
     */
    public record Nights(String machine, int nightsAMonth, List<CostLine> lines, double night) {
        public Nights {
            lines = List.copyOf(lines);
        }
    }

    public PlanAnswer {
        requireNonNull(pipeline, "pipeline is null");
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
        machines = List.copyOf(machines);
        functions = List.copyOf(functions);
        resources = List.copyOf(resources);
        requireNonNull(cost, "cost is null");
    }
}
