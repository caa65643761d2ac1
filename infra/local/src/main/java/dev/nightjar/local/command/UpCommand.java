package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.local.scheduler.Firing;
import dev.nightjar.local.scheduler.LocalScheduler;
import dev.nightjar.local.scheduler.MachineSchedule;
import dev.nightjar.local.scheduler.StoppableTime;
import dev.nightjar.local.scheduler.Timetable;
import dev.nightjar.local.screen.Terminal;
import dev.nightjar.pipeline.file.PipelineFolder;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The local scheduler. */
@Command(
        name = "up",
        description = {
            "The local scheduler: fires the schedules until it is stopped.",
            "Begins with the next slots. A file that changes is read again; a paused schedule does"
                    + " not fire. Ctrl-C stops it, and what is under way with it: redrive goes on."
        })
final class UpCommand implements Callable<Integer> {
    private static final String FOLDER = "pipelines";

    private final CommandContext context;

    @Parameters(
            paramLabel = "PIPELINE",
            arity = "0..*",
            description = "Pipeline files, or names under pipelines/; default all in pipelines/.")
    private List<String> typed = new ArrayList<>();

    @Option(
            names = "--due",
            description = "Begin with the slots that fell due last, where nobody has run them.")
    private boolean due;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The root of the source paths; default each pipeline file's folder.")
    private @Nullable String data;

    @Mixin private SetOptions sets = new SetOptions();
    @Mixin private CommonOptions common = new CommonOptions();

    UpCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    /** Also an interrupt stops it. */
    @Override
    public Integer call() {
        Terminal terminal = context.terminal(common.json());
        StoppableTime time = new StoppableTime(context.world().clock());
        try (OrderlyStop _ = OrderlyStop.by(time::stop);
                LocalPlatform platform =
                        context.platform(context.store(common.store()))
                                .notices(terminal::note)
                                .open()) {
            UpHints hints = new UpHints(common.store(), data);
            up(
                    platform,
                    time,
                    new UpScheduleScreen(terminal, platform.clock(), hints),
                    new UpNightScreen(terminal, platform, hints));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Exits.OK;
    }

    private void up(
            LocalPlatform platform,
            StoppableTime time,
            UpScheduleScreen screen,
            UpNightScreen nightScreen)
            throws InterruptedException {
        PipelineFiles files =
                PipelineFiles.read(new Pipelines(context), files(), sets.typed(), data, screen);
        List<MachineSchedule> schedules = scheduled(files);
        Instant from = time.now();
        screen.begins(schedules, shown(platform));
        try (StartedNights nights = new StartedNights(platform, sets.byKey(), nightScreen)) {
            schedules.forEach(one -> begin(one, nights, screen, platform, from));
            attention(schedules, platform, screen);
            try {
                new LocalScheduler(
                                time,
                                from,
                                files,
                                nights,
                                (timetable, now) -> settle(nights, screen, timetable, now))
                        .run();
            } finally {
                List<RunId> underWay = nights.underWay();
                platform.close();
                nightScreen.stopped(underWay, again());
            }
        }
    }

    private static List<MachineSchedule> scheduled(PipelineFiles files) {
        List<MachineSchedule> schedules = files.schedules();
        if (schedules.isEmpty()) {
            throw new CommandFailure(
                    Exits.USAGE,
                    "no pipeline file has a schedule",
                    "add one to training or scoring, like   schedule: { cron: \"0 2 * * ? *\" }");
        }
        return schedules;
    }

    private String shown(LocalPlatform platform) {
        String typedStore = common.store();
        return typedStore == null ? String.valueOf(platform.folder().getFileName()) : typedStore;
    }

    /** The given files, or whatever lies in {@code pipelines/} each time. */
    private Supplier<List<Path>> files() {
        if (!typed.isEmpty()) {
            Pipelines pipelines = new Pipelines(context);
            List<Path> files = typed.stream().map(pipelines::requireFile).distinct().toList();
            return () -> files;
        }
        Path here = context.resolve(FOLDER);
        Path folder = Files.isDirectory(here) ? here : context.world().home().get().pipelines();
        return () -> PipelineFolder.files(folder);
    }

    /** What fell due before the start, and was not run. */
    private void begin(
            MachineSchedule schedule,
            StartedNights nights,
            UpScheduleScreen screen,
            LocalPlatform platform,
            Instant now) {
        Optional<Slot> open =
                schedule.due(now)
                        .filter(
                                slot ->
                                        platform.records()
                                                .claims(
                                                        schedule.pipeline(),
                                                        schedule.machine(),
                                                        slot)
                                                .isEmpty());
        if (due) {
            open.ifPresent(slot -> nights.start(Firing.of(schedule, slot)));
        } else {
            open.ifPresent(slot -> screen.due(schedule, slot));
        }
    }

    private void attention(
            List<MachineSchedule> schedules, LocalPlatform platform, UpScheduleScreen screen) {
        Set<String> names =
                schedules.stream().map(MachineSchedule::pipeline).collect(Collectors.toSet());
        int needs =
                StatusCommand.answers(platform, common).all().pipelines().stream()
                        .filter(one -> names.contains(one.pipeline()))
                        .mapToInt(one -> one.needsAttention().size())
                        .sum();
        screen.attention(needs, new Hint("", common.store(), null).about("status", ""));
    }

    private static void settle(
            StartedNights nights, UpScheduleScreen screen, Timetable timetable, Instant now) {
        nights.settle();
        if (nights.idle()) {
            screen.waits(timetable, now);
        }
    }

    private String again() {
        return new Hint("", common.store(), data).run("up", typed.toArray(String[]::new));
    }
}
