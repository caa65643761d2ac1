package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.night.SlotText;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Terminal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;

/** The committed rows of a slot as one CSV. */
@Command(name = "results", description = "The committed rows of a slot as one CSV.")
final class ResultsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "PIPELINE", description = "A pipeline's name or file.")
    private String pipeline = "";

    @Option(
            names = "--slot",
            paramLabel = "TIME",
            description = "The slot; default the newest that is committed.")
    private @Nullable String slot;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write there; default standard output.")
    private @Nullable String out;

    @Mixin private CommonOptions common = new CommonOptions();

    ResultsCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    /** The answer for a program. */
    private record Answer(
            String pipeline, String slot, String run, long rows, @Nullable String out) {}

    @Override
    public Integer call() throws IOException {
        Terminal terminal = context.terminal(common.json());
        if (terminal.answersPrograms() && out == null) {
            throw new CommandFailure(
                    Exits.USAGE, "results --json needs --out FILE: the rows themselves are CSV");
        }
        try (Platform platform = context.open(common.store(), terminal)) {
            String name = new Pipelines(context).name(pipeline, platform, terminal);
            Slot chosen = slot(name, platform);
            RunId run =
                    platform.records()
                            .committedRun(name, chosen)
                            .orElseThrow(() -> nothing(name, chosen));
            CommittedRows rows = CommittedRows.of(platform, run);
            rows.verify();
            if (out == null) {
                rows.writeTo(context.world().out());
            } else {
                long count = write(rows, context.resolve(out));
                terminal.document(
                        new Answer(name, SlotText.iso(chosen), run.toString(), count, out));
                terminal.note(Figures.count(count, "row") + " of " + run + " written to " + out);
            }
            return Exits.OK;
        }
    }

    private static long write(CommittedRows rows, Path file) throws IOException {
        Path folder = requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        Path half = Files.createTempFile(folder, ".results", ".csv");
        long count;
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(half))) {
            count = rows.writeTo(stream);
        }
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        return count;
    }

    private Slot slot(String name, Platform platform) {
        if (slot != null) {
            return NightOptions.parse(slot);
        }
        String prefix = name + "/results/slot=";
        List<ObjectHead> committed = platform.store().list(prefix);
        if (committed.isEmpty()) {
            throw nothing(name, null);
        }
        String newest = committed.getLast().key().substring(prefix.length());
        return Slot.parse(newest.substring(0, newest.indexOf('/')));
    }

    private CommandFailure nothing(String name, @Nullable Slot chosen) {
        Hint hint = new Hint(pipeline, common.store(), null);
        String which = chosen == null ? "" : " of slot " + SlotText.iso(chosen);
        String score =
                chosen == null
                        ? hint.run("score")
                        : hint.run("score", "--slot", SlotText.iso(chosen));
        return new CommandFailure(
                Exits.USAGE, "nothing" + which + " is committed for " + name, score);
    }
}
