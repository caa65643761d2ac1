package dev.nightjar.local.demo;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.local.command.CommandContext;
import dev.nightjar.local.command.CommandFailure;
import dev.nightjar.local.command.CommonOptions;
import dev.nightjar.local.command.Pipelines;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.night.TrainAnswer;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.local.platform.NightClock;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code demo}: three weeks of a lender's nights on generated data. */
@Command(
        name = "demo",
        description = {
            "Three weeks of a lender's nights, here, on generated loan applications.",
            "They go through the same state machines as any pipeline's. Week 2's data are broken."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final int USUAL_ROWS = 60_000;
    private static final int FEWEST_ROWS = 6_000;
    private static final int USAGE = 2;
    private static final int NOT_AS_EXPECTED = 5;
    private static final long SEED = 20_261_102;

    private final CommandContext context;

    @Mixin private CommonOptions common = new CommonOptions();

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "" + USUAL_ROWS,
            description = {
                "Loans to learn from in the first week; the others and the applications to score",
                "grow along (default: ${DEFAULT-VALUE})."
            })
    private int rows = USUAL_ROWS;

    /** A command in the given world. */
    public DemoCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    /**
     * The answer under {@code --json}.
     *
     * @param differences nights that went another way than they should, a line each
     */
    record Answer(
            String store,
            List<TrainAnswer> training,
            List<ScoreAnswer> scoring,
            List<String> differences,
            double elapsedSeconds) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rows < FEWEST_ROWS) {
            throw new CommandFailure(
                    USAGE, "--rows is %d; the gates need %d at least".formatted(rows, FEWEST_ROWS));
        }
        long started = System.nanoTime();
        Terminal terminal = context.terminal(common.json());
        DemoFolder folder = new DemoFolder(store());
        terminal.line(
                terminal.bold("nightjar demo")
                        + "   three weeks of a lender's nights, in "
                        + terminal.place(folder.path().toString())
                        + "   (no account, no Docker)");
        folder.startFresh();
        List<PlayedWeek> weeks = play(folder, terminal);
        double seconds = (System.nanoTime() - started) / 1e9;
        List<String> differences =
                weeks.stream().flatMap(week -> week.differences().stream()).toList();
        if (common.json()) {
            terminal.document(answer(folder, weeks, differences, seconds));
        }
        return end(terminal, folder, weeks, differences, seconds);
    }

    private List<PlayedWeek> play(DemoFolder folder, Terminal terminal)
            throws InterruptedException {
        NightClock clock =
                new NightClock(
                        Week.three().getFirst().monday().atStartOfDay(ZoneOffset.UTC).toInstant());
        List<PlayedWeek> weeks = new ArrayList<>();
        try (LocalPlatform platform = context.platform(folder.path()).clock(clock).open()) {
            Definition definition = definition(folder, platform, terminal);
            DemoScreen screen = new DemoScreen(terminal, platform.records(), definition);
            LoanData data = new LoanData(folder.data(), SEED);
            ThreeWeeks nights = new ThreeWeeks(platform, definition, data, clock, screen);
            for (Week week : Week.three()) {
                terminal.line("");
                weeks.add(nights.play(week.scaled((double) rows / USUAL_ROWS)));
            }
        }
        return weeks;
    }

    /** The shipped example, on the demo's data. */
    private Definition definition(DemoFolder folder, LocalPlatform platform, Terminal terminal) {
        Path example = context.world().home().get().pipelines().resolve("loans.yaml");
        return new Pipelines(context)
                .definition(
                        example.toString(),
                        List.of(),
                        folder.data().toString(),
                        platform,
                        terminal);
    }

    private int end(
            Terminal terminal,
            DemoFolder folder,
            List<PlayedWeek> weeks,
            List<String> differences,
            double seconds) {
        terminal.line("");
        if (!differences.isEmpty()) {
            differences.forEach(line -> terminal.line(terminal.red(line)));
            terminal.line(
                    "Look: ./nightjar runs --store " + terminal.place(folder.path().toString()));
            return NOT_AS_EXPECTED;
        }
        String store = " --store " + terminal.place(folder.path().toString());
        String report = weeks.getLast().training().report();
        if (report == null) {
            terminal.line(Figures.seconds(seconds) + ".");
        } else {
            terminal.line(Figures.seconds(seconds) + ".  Look at it:");
            terminal.line("  report    " + terminal.place(report));
        }
        terminal.line("Next:");
        next(terminal, "./nightjar results loans" + store + " | head", "scored rows");
        next(terminal, "./nightjar status" + store, "what serves, what is next");
        next(terminal, "./nightjar models loans" + store, "three models, two released");
        next(terminal, "cp pipelines/loans.yaml mine.yaml", "then: ./nightjar validate mine.yaml");
        return 0;
    }

    private static void next(Terminal terminal, String command, String what) {
        terminal.line("  %-57s  %s".formatted(command, terminal.dim(what)));
    }

    private Answer answer(
            DemoFolder folder, List<PlayedWeek> weeks, List<String> differences, double seconds) {
        return new Answer(
                folder.path().toString(),
                weeks.stream().map(PlayedWeek::training).toList(),
                weeks.stream().map(PlayedWeek::scoring).toList(),
                differences,
                seconds);
    }

    /** The given folder, or one below the usual store. */
    private Path store() {
        String named = common.store();
        return named == null ? context.store(null).resolve("demo") : context.store(named);
    }
}
