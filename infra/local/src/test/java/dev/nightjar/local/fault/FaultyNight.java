package dev.nightjar.local.fault;

import dev.nightjar.asl.fault.Fault;
import dev.nightjar.asl.fault.FaultyTasks;
import dev.nightjar.asl.run.VirtualClock;
import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.local.CommandRun;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.local.command.Definitions;
import dev.nightjar.local.night.Failures;
import dev.nightjar.local.night.NightListener;
import dev.nightjar.local.night.NightRequest;
import dev.nightjar.local.night.Nights;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.night.TrainAnswer;
import dev.nightjar.local.platform.LocalPlatform;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A night of the tiny pipeline whose tasks have faults, through the real machine and steps, on a
 * virtual clock.
 *
 * @param store the folder that is the store
 */
record FaultyNight(TinyLoans loans, Path store) {
    private static final Slot SLOT = Slot.parse(TinyLoans.SLOT);

    /**
     * What a night left behind.
     *
     * @param outcome of the answer
     * @param failures records in the store
     * @param notifications one line each
     * @param events one line each
     * @param unfired faults that never happened
     */
    record Aftermath(
            String outcome,
            List<FailureRecord> failures,
            List<String> notifications,
            List<String> events,
            List<Fault> unfired) {}

    Aftermath play(Machine machine, List<Fault> faults) throws InterruptedException {
        VirtualClock clock = new VirtualClock(CommandRun.NOW);
        FaultyTasks faulty = new FaultyTasks(faults);
        List<String> notices = new CopyOnWriteArrayList<>();
        List<String> events = new CopyOnWriteArrayList<>();
        try (LocalPlatform platform =
                LocalPlatform.at(store)
                        .clock(clock::now)
                        .engineClock(clock)
                        .around(faulty)
                        .notices(notices::add)
                        .events(events::add)
                        .open()) {
            Answer answer = answer(machine, new Nights(platform));
            return new Aftermath(
                    answer.outcome(),
                    failures(platform, answer.run()),
                    notices.stream().filter(line -> line.startsWith("notice (")).toList(),
                    List.copyOf(events),
                    faulty.neverFired());
        }
    }

    private record Answer(String outcome, @Nullable String run) {}

    private Answer answer(Machine machine, Nights nights) throws InterruptedException {
        NightRequest request =
                NightRequest.of(
                        Definitions.withData(loans.definition(List.of()), loans.folder()), SLOT);
        return switch (machine) {
            case TRAINING -> {
                TrainAnswer answer = nights.train(request, NightListener.NONE);
                yield new Answer(answer.outcome(), answer.run());
            }
            case SCORING -> {
                ScoreAnswer answer = nights.score(request, NightListener.NONE);
                yield new Answer(answer.outcome(), answer.run());
            }
        };
    }

    private static List<FailureRecord> failures(LocalPlatform platform, @Nullable String run) {
        if (run == null) {
            return List.of();
        }
        return new Failures(platform.store())
                .of(RunId.parse(run)).stream().map(Failures.Found::failure).toList();
    }
}
