package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.ModelVersion;
import dev.nightjar.core.night.Move;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.screen.Terminal;
import dev.nightjar.run.Serving;
import dev.nightjar.run.ServingPointer;
import dev.nightjar.run.bundle.BundleLoader;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** Moves the pointer back. */
@Command(
        name = "rollback",
        description = "Move the pointer back after proving that the older bundle loads.")
final class RollbackCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "PIPELINE", description = "A pipeline's name or file.")
    private String pipeline = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VERSION",
            description = "The version to go back to; default the one that served before.")
    private @Nullable String version;

    @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the journal.")
    private String why = "rollback";

    @Mixin private CommonOptions common = new CommonOptions();

    RollbackCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    /** The answer for a program. */
    private record Answer(
            String pipeline, String serving, @Nullable String left, boolean moved, int n) {}

    @Override
    public Integer call() {
        Terminal terminal = context.terminal(common.json());
        try (Platform platform = context.open(common.store(), terminal)) {
            String name = new Pipelines(context).name(pipeline, platform, terminal);
            ServingPointer pointer = new ServingPointer(platform.store());
            Move now = pointer.read(name).map(Serving::move).orElseThrow(() -> nothing(name));
            String target = target(name, now, platform);
            boolean moves = !target.equals(now.model());
            Move last = moves ? move(platform, pointer, now, name, target) : now;
            terminal.document(
                    new Answer(name, last.model(), moves ? now.model() : null, moves, last.n()));
            show(terminal, last, moves);
            return Exits.OK;
        }
    }

    private Move move(
            Platform platform, ServingPointer pointer, Move now, String name, String target) {
        new BundleLoader(platform.store(), platform.trustedKeys()).load(name, target);
        return pointer.rollback(
                name, now.model(), target, Person.name(), why, platform.clock().instant());
    }

    /** Without a version: what a rollback left is not gone back to, so that twice is like once. */
    private String target(String name, Move now, Platform platform) {
        if (version != null) {
            return Versions.of(platform, name).whole(version);
        }
        if (now.run() == null) {
            return now.model();
        }
        String previous = now.previous();
        if (previous == null) {
            throw new CommandFailure(
                    Exits.USAGE,
                    ModelVersion.shown(now.model()) + " is the first that serves; nothing is older",
                    new Hint(pipeline, common.store(), null).run("models"));
        }
        return previous;
    }

    private CommandFailure nothing(String name) {
        return new CommandFailure(
                Exits.USAGE,
                "nothing serves " + name + " yet",
                new Hint(pipeline, common.store(), null).run("train"));
    }

    private void show(Terminal terminal, Move last, boolean moves) {
        if (terminal.answersPrograms()) {
            return;
        }
        Hint hint = new Hint(pipeline, common.store(), null);
        String serving = ModelVersion.shown(last.model());
        String previous = last.previous();
        if (moves && previous != null) {
            terminal.line("the bundle of " + last.model() + " loads and its golden rows agree");
            terminal.line("serving: " + ModelVersion.shown(previous) + " → " + serving);
        } else {
            terminal.line("serving stays " + serving + ": it was gone back to already");
        }
        terminal.line("next     " + hint.run("models"));
    }
}
