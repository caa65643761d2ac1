package dev.nightjar.local.bench;

import dev.nightjar.local.command.CommandFailure;
import dev.nightjar.local.night.Exits;

import java.io.IOException;

/** {@code bench cold-start}: how soon a new function scores, against Tribuo's own model. */
final class ColdStartBenchmark implements Benchmark {
    @Override
    public String name() {
        return "cold-start";
    }

    @Override
    public String description() {
        return "from the start of a JVM to the first scored row, against Tribuo's own model";
    }

    @Override
    public void run(Measuring measuring) throws IOException, InterruptedException {
        Deployables deployables =
                Deployables.of(measuring.world().home().get())
                        .orElseThrow(
                                () ->
                                        new CommandFailure(
                                                Exits.USAGE,
                                                "the archives that AWS gets are not made",
                                                Deployables.COMMAND));
        new ColdStarts(measuring, deployables).measure();
    }
}
