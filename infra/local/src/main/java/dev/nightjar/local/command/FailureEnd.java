package dev.nightjar.local.command;

import dev.nightjar.core.error.ErrorTable;
import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.night.FailureAnswer;
import dev.nightjar.local.night.Failures;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.screen.Terminal;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;

/**
 * The last lines of a failure: what failed, of which class, why, where the record is, what is safe.
 */
record FailureEnd(Terminal terminal, Platform platform) {
    void show(FailureAnswer failure, @Nullable RunId run, String safe) {
        terminal.line("");
        terminal.line(
                terminal.red("FAILED")
                        + (run == null ? "" : "   " + terminal.bold(run.toString()))
                        + (failure.state() == null ? "" : "   at " + failure.state()));
        Optional<FailureRecord> root =
                run == null
                        ? Optional.empty()
                        : new Failures(platform.store()).root(run).map(Failures.Found::failure);
        root.flatMap(this::what).ifPresent(what -> terminal.line("what     " + what));
        terminal.line("class    " + failure.error() + " (" + explained(failure) + ")");
        String cause = root.map(FailureRecord::cause).orElse(failure.cause());
        terminal.line("cause    " + (cause.isEmpty() ? "none was given" : cause));
        if (failure.record() != null) {
            terminal.line("record   " + terminal.place(failure.record()));
        }
        terminal.line("safe     " + safe);
    }

    private Optional<String> what(FailureRecord failure) {
        Integer item = failure.item();
        String input = failure.input();
        if (item == null) {
            return Optional.empty();
        }
        String of =
                platform.records()
                        .plan(failure.run())
                        .map(plan -> "shard " + item + " of " + plan.shards().size())
                        .orElse(failure.state() + " " + item);
        return Optional.of(input == null ? of : of + "   " + input);
    }

    private static String explained(FailureAnswer failure) {
        ErrorTable.Entry meaning = failure.meaning();
        String whom = meaning.errorClass().toString().toLowerCase(Locale.ROOT).replace('-', ' ');
        String component = failure.component() == null ? "" : ", " + failure.component();
        return whom + component + (meaning.newAttempt() ? "; never retried" : "");
    }
}
