package dev.nightjar.local.demo;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Schedule;
import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.definition.Training;
import dev.nightjar.core.night.Slot;
import dev.nightjar.local.night.NightRequest;
import dev.nightjar.local.night.Nights;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.night.TrainAnswer;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.local.platform.NightClock;
import dev.nightjar.pipeline.schedule.Slots;
import dev.nightjar.pipeline.window.Partitions;

import org.jspecify.annotations.Nullable;

import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The demo's nights: each week's data arrive, then both schedules fire, on a clock that shows the
 * slot's time and goes on with real time. The nights know of no demo.
 */
final class ThreeWeeks {
    private final LocalPlatform platform;
    private final Definition definition;
    private final Training training;
    private final Scoring scoring;
    private final LoanData data;
    private final NightClock clock;
    private final DemoScreen screen;

    ThreeWeeks(
            LocalPlatform platform,
            Definition definition,
            LoanData data,
            NightClock clock,
            DemoScreen screen) {
        this.platform = requireNonNull(platform, "platform is null");
        this.definition = requireNonNull(definition, "definition is null");
        this.training = requireNonNull(definition.training(), "the pipeline has no training");
        this.scoring = requireNonNull(definition.scoring(), "the pipeline has no scoring");
        this.data = requireNonNull(data, "data is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.screen = requireNonNull(screen, "screen is null");
    }

    /** Lives through the week and its Monday night. */
    PlayedWeek play(Week week) throws InterruptedException {
        Slot trainingSlot = slot(training.schedule(), week);
        Slot scoringSlot = slot(scoring.schedule(), week);
        long started = System.nanoTime();
        LoanData.Made extract =
                data.training(
                        week,
                        Partitions.of(
                                training.source(),
                                trainingSlot.time(),
                                Partitions.zone(training.schedule())));
        LoanData.Made applications =
                data.applications(
                        week,
                        Partitions.of(
                                        scoring.source(),
                                        scoringSlot.time(),
                                        Partitions.zone(scoring.schedule()))
                                .getLast());
        screen.arrived(week, extract, applications, (System.nanoTime() - started) / 1e9);
        TrainAnswer trained = train(week, trainingSlot, extract.truth());
        return new PlayedWeek(week, trained, score(week, scoringSlot));
    }

    private TrainAnswer train(Week week, Slot slot, Truth truth) throws InterruptedException {
        clock.moveTo(slot.time());
        BestPossible best = new BestPossible(platform.store(), truth);
        return new Nights(platform)
                .train(request("training", slot), screen.training(week, slot, best));
    }

    private ScoreAnswer score(Week week, Slot slot) throws InterruptedException {
        clock.moveTo(slot.time());
        return new Nights(platform).score(request("scoring", slot), screen.scoring(week, slot));
    }

    /** As the schedule would start it. */
    private NightRequest request(String machine, Slot slot) {
        return NightRequest.of(definition, slot)
                .withSchedulerExecution("demo-" + machine + "-" + slot);
    }

    /** The slot of the schedule on the week's Monday. */
    private static Slot slot(@Nullable Schedule schedule, Week week) {
        ZoneId zone = Partitions.zone(schedule);
        return new Slot(
                Slots.due(schedule, week.monday().atTime(LocalTime.NOON).atZone(zone).toInstant()));
    }
}
