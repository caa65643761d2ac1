package dev.nightjar.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.fault.Fault;
import dev.nightjar.asl.fault.FaultyTasks;
import dev.nightjar.asl.run.VirtualClock;
import dev.nightjar.core.night.Claim;
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
import dev.nightjar.local.night.RedrivableRun;
import dev.nightjar.local.night.Redrive;
import dev.nightjar.local.night.RedrivenNights;
import dev.nightjar.local.night.Redrives;
import dev.nightjar.local.night.Runs;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.night.TrainAnswer;
import dev.nightjar.local.platform.LocalPlatform;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A night of the tiny pipeline whose tasks have faults, through the real machine and steps, on a
 * virtual clock.
 *
 * @param store the folder that is the store
 */
record FaultyNight(TinyLoans loans, Path store) {
    static final String PIPELINE = "loans";

    private static final Slot SLOT = Slot.parse(TinyLoans.SLOT);

    /** When people come back to a night: the time of its machine is up. */
    private static final Instant MORNING = CommandRun.NOW.plus(Duration.ofHours(7));

    /**
     * What a night, or the redrive of one, left behind.
     *
     * @param outcome of the answer
     * @param failures records in the store
     * @param notifications one line each, of this night or redrive alone
     * @param events one line each, of this night or redrive alone
     * @param unfired faults that never happened
     */
    record Aftermath(
            String outcome,
            List<FailureRecord> failures,
            List<String> notifications,
            List<String> events,
            List<Fault> unfired) {}

    private record Answer(String outcome, @Nullable String run) {}

    private interface Doing {
        Answer on(LocalPlatform platform) throws InterruptedException;
    }

    /** The run of the slot. */
    static RunId run(Machine machine, int attempt) {
        return new RunId(PIPELINE, SLOT, machine, attempt);
    }

    /** What the machine ends with when all goes well. */
    static String goodOutcome(Machine machine) {
        return switch (machine) {
            case TRAINING -> "RELEASED";
            case SCORING -> "COMMITTED";
        };
    }

    /** An attempt at the slot. */
    Aftermath play(Machine machine, List<Fault> faults) throws InterruptedException {
        return at(CommandRun.NOW, faults, platform -> answer(machine, new Nights(platform)));
    }

    /** Goes on with the run as the command does; fails the test when that is refused. */
    Aftermath redrive(RunId run, List<Fault> faults) throws InterruptedException {
        return at(MORNING, faults, platform -> redriven(run, platform));
    }

    /** The command alone, which does something only where it is not refused. */
    CommandRun redriveCommand(RunId run) {
        return CommandRun.in(
                loans.folder(), "redrive", run.toString(), "--store", store.toString());
    }

    private Aftermath at(Instant start, List<Fault> faults, Doing doing)
            throws InterruptedException {
        VirtualClock clock = new VirtualClock(start);
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
            Answer answer = doing.on(platform);
            return new Aftermath(
                    answer.outcome(),
                    failures(platform, answer.run()),
                    notices.stream().filter(line -> line.startsWith("notice (")).toList(),
                    List.copyOf(events),
                    faulty.neverFired());
        }
    }

    private Answer answer(Machine machine, Nights nights) throws InterruptedException {
        NightRequest request =
                NightRequest.of(
                        Definitions.withData(loans.definition(List.of()), loans.folder()), SLOT);
        return switch (machine) {
            case TRAINING -> answer(nights.train(request, NightListener.NONE));
            case SCORING -> answer(nights.score(request, NightListener.NONE));
        };
    }

    private static Answer redriven(RunId run, LocalPlatform platform) throws InterruptedException {
        Claim claim = new Runs(platform).claim(run).orElseThrow();
        Redrive redrive = new Redrives(platform).of(claim);
        assertThat(redrive).isInstanceOf(Redrive.Possible.class);
        RedrivableRun possible = ((Redrive.Possible) redrive).run();
        RedrivenNights nights = new RedrivenNights(platform);
        return switch (run.machine()) {
            case TRAINING -> answer(nights.train(possible, NightListener.NONE));
            case SCORING -> answer(nights.score(possible, NightListener.NONE));
        };
    }

    private static Answer answer(TrainAnswer answer) {
        return new Answer(answer.outcome(), answer.run());
    }

    private static Answer answer(ScoreAnswer answer) {
        return new Answer(answer.outcome(), answer.run());
    }

    private static List<FailureRecord> failures(LocalPlatform platform, @Nullable String run) {
        if (run == null) {
            return List.of();
        }
        return new Failures(platform.store())
                .of(RunId.parse(run)).stream().map(Failures.Found::failure).toList();
    }
}
