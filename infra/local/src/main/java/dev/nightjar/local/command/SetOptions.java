package dev.nightjar.local.command;

import dev.nightjar.local.night.Exits;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Overrides of the pipeline file. */
final class SetOptions {
    @Option(
            names = "--set",
            paramLabel = "KEY.PATH=VALUE",
            description = "Override a key of the pipeline file for this run. Repeatable.")
    private List<String> sets = new ArrayList<>();

    /**
     * The overrides as they were typed.
     *
     * @throws CommandFailure when one of them names no value
     */
    List<String> typed() {
        for (String set : sets) {
            if (set.indexOf('=') < 1) {
                throw new CommandFailure(
                        Exits.USAGE,
                        "--set '" + set + "' names no value; write --set key.path=value");
            }
        }
        return List.copyOf(sets);
    }

    /** The overrides as a run notes them: values by key. */
    Map<String, String> byKey() {
        Map<String, String> overrides = new TreeMap<>();
        for (String set : typed()) {
            int equals = set.indexOf('=');
            overrides.put(set.substring(0, equals), set.substring(equals + 1));
        }
        return overrides;
    }
}
