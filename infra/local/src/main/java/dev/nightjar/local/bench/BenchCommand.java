package dev.nightjar.local.bench;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.command.CommandContext;
import dev.nightjar.local.command.CommandFailure;
import dev.nightjar.local.command.CommonOptions;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.screen.Terminal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code bench}: benchmarks, as ratios of sides that were measured in the same run. */
@Command(
        name = "bench",
        description = {
            "Benchmarks, as ratios of sides that are measured in the same run.",
            "",
            "Figures are medians of rounds in which each side has its turn. The exit code is 0 also"
                    + " where a goal is missed, for a busy machine is no failure; programs read"
                    + " \"met\".",
            "",
            "LocalStack is the one at AWS_ENDPOINT_URL when one answers there, else a container that"
                    + " is started with docker and removed afterwards. Where neither can be had, its"
                    + " lines say so and the rest is measured.",
            "",
            "Journals are written into a folder of its own in the current folder, on whose disk an"
                    + " fsync then takes its time; it is removed afterwards."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final List<Benchmark> BENCHMARKS =
            List.of(new EngineBenchmark(), new ColdStartBenchmark());

    private final CommandContext context;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "Which; default all. There are: engine, cold-start.")
    private @Nullable String name;

    @Option(
            names = "--quick",
            description = "See everything run, in seconds; the figures mean nothing.")
    private boolean quick;

    @Option(names = "--no-localstack", description = "Start no LocalStack, and ask none.")
    private boolean alone;

    @Mixin private CommonOptions common = new CommonOptions();

    /** A command in the given world. */
    public BenchCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Benchmark> asked =
                BENCHMARKS.stream().filter(one -> name == null || one.name().equals(name)).toList();
        if (asked.isEmpty()) {
            throw new CommandFailure(
                    Exits.USAGE,
                    "there is no benchmark '%s'; there are: %s".formatted(name, names()),
                    "./nightjar bench --help");
        }
        Terminal terminal = context.terminal(common.json());
        for (Benchmark benchmark : asked) {
            run(benchmark, terminal);
        }
        return Exits.OK;
    }

    private static String names() {
        return String.join(", ", BENCHMARKS.stream().map(Benchmark::name).toList());
    }

    private void run(Benchmark benchmark, Terminal terminal)
            throws IOException, InterruptedException {
        BenchScreen.begin(terminal, benchmark, quick);
        List<Figure> figures = new ArrayList<>();
        try (Scratch scratch = Scratch.in(context.world().folder())) {
            benchmark.run(
                    new Measuring(
                            context.world(),
                            quick ? Workload.quick() : Workload.whole(),
                            scratch,
                            !alone,
                            line -> terminal.note(terminal.dim("bench    " + line)),
                            figure -> {
                                figures.add(figure);
                                terminal.document(figure);
                            }));
        }
        if (!terminal.answersPrograms()) {
            BenchScreen.end(terminal, figures);
        }
    }
}
