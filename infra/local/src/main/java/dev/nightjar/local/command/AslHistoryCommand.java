package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.ExecutionDescription;
import dev.nightjar.asl.run.ExecutionHistory;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.MapRunDescription;
import dev.nightjar.core.port.Executions;
import dev.nightjar.local.aws.NextExecution;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.platform.ItemHistory;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.platform.RecordedExecutions;
import dev.nightjar.local.screen.HistoryLines;
import dev.nightjar.local.screen.Terminal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;

/** What happened in an execution. */
@Command(
        name = "history",
        description = {
            "The events of an execution, also of one that runs or was killed, with the Map Runs of"
                    + " its distributed Maps.",
            "With --json the document that `aws stepfunctions get-execution-history` prints."
        })
final class AslHistoryCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            paramLabel = "RUN",
            description = "A run, like loans-20261102T0100Z-t01, or an execution's ARN or name.")
    private String run = "";

    @Option(
            names = "--item",
            paramLabel = "N",
            description = "The history of a distributed Map's child: its item's index, from 0.")
    private @Nullable Integer item;

    @Option(
            names = "--map",
            paramLabel = "NAME",
            description = "The Map state that --item is of, where there are several.")
    private @Nullable String map;

    @Mixin private CommonOptions common = new CommonOptions();

    AslHistoryCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        if (item == null && map != null) {
            throw new CommandFailure(Exits.USAGE, "--map " + map + " goes with --item N");
        }
        Terminal terminal = context.terminal(common.json());
        try (Platform platform = context.open(common.store(), terminal)) {
            ExecutionDescription execution = execution(platform);
            String id = execution.start().identity().id();
            RecordedExecutions executions = platform.executions();
            List<HistoryEvent> events =
                    item == null ? executions.history(id) : ofItem(executions, id, item);
            terminal.document(ExecutionHistory.of(id, events));
            if (!terminal.answersPrograms()) {
                show(terminal, execution, events, executions.mapRuns(id));
            }
            return Exits.OK;
        }
    }

    /** By the run that it works on, its ARN, or its name. */
    private ExecutionDescription execution(Platform platform) {
        RecordedExecutions executions = platform.executions();
        String id =
                executions.state(run) == Executions.State.UNKNOWN
                        ? named(platform).orElseGet(() -> claimed(platform))
                        : run;
        return executions
                .describe(id, platform.clock().instant())
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        Exits.USAGE,
                                        "nothing is written of the execution " + id,
                                        new Hint("", common.store(), null).run("runs")));
    }

    private Optional<String> named(Platform platform) {
        return RunName.isRun(run) ? Optional.empty() : platform.executions().named(run);
    }

    private String claimed(Platform platform) {
        return RunName.claim(run, platform, common).execution();
    }

    private List<HistoryEvent> ofItem(RecordedExecutions executions, String id, int index) {
        NextExecution.after(id).ifPresent(AslHistoryCommand::refuseItems);
        ItemHistory history = new ItemHistory(map, index);
        executions.read(id, history);
        SortedMap<String, Integer> lastItems = history.lastItems();
        if (map == null && lastItems.size() > 1) {
            throw new CommandFailure(
                    Exits.USAGE,
                    "--item %d of which Map? --map %s"
                            .formatted(index, String.join(" or --map ", lastItems.keySet())));
        }
        if (history.events().isEmpty()) {
            throw new CommandFailure(Exits.USAGE, noItem(index, lastItems));
        }
        return history.events();
    }

    private static void refuseItems(NextExecution deployed) {
        throw new CommandFailure(
                Exits.USAGE,
                "the histories of items are not fetched from AWS",
                "look at the Map Run at " + deployed.page());
    }

    private String noItem(int index, SortedMap<String, Integer> lastItems) {
        if (lastItems.isEmpty()) {
            return "the execution has no distributed Map whose items have histories of their own";
        }
        Integer last = map == null ? lastItems.values().iterator().next() : lastItems.get(map);
        return last == null
                ? "the execution has no distributed Map " + map + "; it has " + lastItems.keySet()
                : "there is no item " + index + "; items go from 0 to " + last;
    }

    private void show(
            Terminal terminal,
            ExecutionDescription execution,
            List<HistoryEvent> events,
            List<MapRunDescription> mapRuns) {
        String of = item == null ? "" : "   item " + item;
        terminal.line(HistoryLines.heading(terminal, execution, events.size()) + of);
        terminal.line("");
        HistoryLines.of(events).forEach(line -> terminal.line("  " + line));
        if (item == null && !mapRuns.isEmpty()) {
            terminal.line("");
            mapRuns.forEach(one -> terminal.line("map run  " + HistoryLines.of(one)));
            Hint hint = new Hint("", common.store(), null);
            terminal.line("next     " + hint.about("asl", "history", run, "--item", "0"));
        }
    }
}
