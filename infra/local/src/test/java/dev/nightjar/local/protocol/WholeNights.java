package dev.nightjar.local.protocol;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.port.ExecutionEvent;
import dev.nightjar.core.port.Executions;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.local.command.Definitions;
import dev.nightjar.local.night.NightListener;
import dev.nightjar.local.night.NightRequest;
import dev.nightjar.local.night.Nights;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.night.TrainAnswer;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.pipeline.file.PipelineFile;
import dev.nightjar.pipeline.functions.FunctionEntry;
import dev.nightjar.run.Records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Nights of the tiny pipeline through the real machines, each on a platform of its own over one
 * folder. Nobody knows whether another night still runs.
 */
final class WholeNights {
    private final TinyLoans loans;

    private WholeNights(TinyLoans loans) {
        this.loans = loans;
    }

    static WholeNights in(Path folder) {
        return new WholeNights(TinyLoans.in(folder));
    }

    /** Nothing but what every function is given. */
    static BiFunction<FunctionEntry, Wiring, Wiring> unchanged() {
        return (function, wiring) -> wiring;
    }

    /** Another store for one function. */
    static BiFunction<FunctionEntry, Wiring, Wiring> withStore(
            String name, UnaryOperator<ObjectStore> other) {
        return (function, wiring) ->
                function.name().equals(name)
                        ? wiring.withStore(other.apply(wiring.store()))
                        : wiring;
    }

    /** A request of a person. */
    NightRequest request(Slot slot, String... sets) {
        return NightRequest.of(definition(sets), slot);
    }

    TrainAnswer train(NightRequest request, BiFunction<FunctionEntry, Wiring, Wiring> wiring)
            throws InterruptedException {
        try (LocalPlatform platform = platform(wiring)) {
            return new Nights(platform).train(request, NightListener.NONE);
        }
    }

    TrainAnswer train(Slot slot) throws InterruptedException {
        return train(request(slot), unchanged());
    }

    ScoreAnswer score(NightRequest request, BiFunction<FunctionEntry, Wiring, Wiring> wiring)
            throws InterruptedException {
        try (LocalPlatform platform = platform(wiring)) {
            return new Nights(platform).score(request, NightListener.NONE);
        }
    }

    /** A platform, to be closed. */
    LocalPlatform platform(BiFunction<FunctionEntry, Wiring, Wiring> wiring) {
        return LocalPlatform.at(loans.folder().resolve(".nightjar"))
                .clock(InstantSource.fixed(Workshop.NOW))
                .wiring((function, given) -> wiring.apply(function, withoutKnowledge(given)))
                .open();
    }

    /** Writes an object of the data. */
    void data(String key, String text) {
        loans.write(key, text);
    }

    String data(String key) {
        try {
            return Files.readString(loans.folder().resolve(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The store of a scoring whose first shard to end breaks, and whose object is replaced then: a
     * system error at the first pass, unfit data at the second.
     */
    ObjectStore breakingOneShard(ObjectStore store) {
        AtomicBoolean over = new AtomicBoolean();
        return Interruption.told(
                store,
                call -> {
                    if (call.fits("put", "/parts/") && !over.getAndSet(true)) {
                        replaceObject(store, call.key());
                        throw new IllegalStateException("broken once");
                    }
                });
    }

    private void replaceObject(ObjectStore store, String part) {
        BatchPlan plan = new Records(store).plan(Workshop.scoring(1)).orElseThrow();
        for (PlannedShard shard : plan.shards()) {
            if (part.contains(shard.shard())) {
                String key = plan.inputs().get(shard.input()).key();
                data(key, data(key) + "L999999,1000.00,30,car\n");
            }
        }
    }

    private Definition definition(String... sets) {
        try {
            byte[] file = Files.readAllBytes(loans.file());
            return switch (PipelineFile.read("loans.yaml", file, List.of(sets))) {
                case PipelineFile.Result.Checked checked ->
                        Definitions.withData(checked.definition(), loans.folder());
                case PipelineFile.Result.Refused refused ->
                        throw new AssertionError(refused.problems());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Wiring withoutKnowledge(Wiring wiring) {
        return new Wiring(
                wiring.store(),
                wiring.data(),
                wiring.clock(),
                wiring.nanoseconds(),
                wiring.ids(),
                wiring.signer(),
                wiring.trustedKeys(),
                new Unaware(wiring.executions()),
                wiring.notifications(),
                wiring.logs());
    }

    /** Knows what happened, and nothing of whether it goes on. */
    private record Unaware(Executions known) implements Executions {
        @Override
        public State state(String execution) {
            return State.UNKNOWN;
        }

        @Override
        public Optional<String> input(String execution) {
            return known.input(execution);
        }

        @Override
        public Iterable<ExecutionEvent> newestEvents(String execution) {
            return known.newestEvents(execution);
        }
    }
}
