package dev.nightjar.local.command;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Puts the commands together. */
public final class CommandLines {
    private CommandLines() {}

    /** The command line with further commands before, between and after those of this package. */
    public static CommandLine of(
            CommandContext context,
            List<Class<?>> first,
            List<Class<?>> then,
            List<Class<?>> last) {
        CommandFactory factory = new CommandFactory(context);
        CommandLine line = new CommandLine(new NightjarCommand(), factory);
        first.forEach(line::addSubcommand);
        line.addSubcommand(ValidateCommand.class);
        line.addSubcommand(PlanCommand.class);
        then.forEach(line::addSubcommand);
        List.of(
                        TrainCommand.class,
                        ScoreCommand.class,
                        ResultsCommand.class,
                        RunsCommand.class,
                        RunCommand.class,
                        RedriveCommand.class,
                        StatusCommand.class,
                        UpCommand.class,
                        ModelsCommand.class,
                        RollbackCommand.class,
                        AslCommand.class)
                .forEach(line::addSubcommand);
        last.forEach(line::addSubcommand);
        World world = context.world();
        line.setOut(new PrintWriter(world.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(world.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(Help.defaultColorScheme(world.colours() ? Ansi.ON : Ansi.OFF));
        line.setParameterExceptionHandler(new UsageProblems(context));
        line.setExecutionExceptionHandler(new CommandProblems(context));
        return line;
    }
}
