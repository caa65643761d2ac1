package dev.nightjar.local.bench;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.command.World;

import java.util.function.Consumer;

/**
 * What a benchmark is given.
 *
 * @param scratch for what is written meanwhile
 * @param compares whether to start LocalStack
 * @param progress hears a line about what is under way
 * @param figures hears each figure
 */
record Measuring(
        World world,
        Workload workload,
        Scratch scratch,
        boolean compares,
        Consumer<String> progress,
        Consumer<Figure> figures) {
    Measuring {
        requireNonNull(world, "world is null");
        requireNonNull(workload, "workload is null");
        requireNonNull(scratch, "scratch is null");
        requireNonNull(progress, "progress is null");
        requireNonNull(figures, "figures is null");
    }
}
