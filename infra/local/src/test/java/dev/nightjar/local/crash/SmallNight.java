package dev.nightjar.local.crash;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.local.command.Definitions;
import dev.nightjar.local.night.NightListener;
import dev.nightjar.local.night.NightRequest;
import dev.nightjar.local.night.Nights;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.night.TrainAnswer;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.pipeline.functions.FunctionEntry;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * One night of the tiny pipeline in a store folder, through the real machines; each call is a new
 * process's view of that folder.
 *
 * @param store the folder that is the store
 */
record SmallNight(TinyLoans loans, Path store) {
    static final String PIPELINE = "loans";
    static final Slot SLOT = Slot.parse(TinyLoans.SLOT);
    static final int CANDIDATES = 2;

    /** Nothing is changed. */
    static final UnaryOperator<ObjectStore> WHOLE = store -> store;

    TrainAnswer train(UnaryOperator<ObjectStore> world) throws InterruptedException {
        try (LocalPlatform platform = platform(world)) {
            return new Nights(platform).train(request(), NightListener.NONE);
        }
    }

    ScoreAnswer score(UnaryOperator<ObjectStore> world) throws InterruptedException {
        try (LocalPlatform platform = platform(world)) {
            return new Nights(platform).score(request(), NightListener.NONE);
        }
    }

    LocalPlatform platform(UnaryOperator<ObjectStore> world) {
        BiFunction<FunctionEntry, Wiring, Wiring> rewire =
                (function, wiring) -> wiring.withStore(world.apply(wiring.store()));
        return LocalPlatform.at(store).wiring(rewire).open();
    }

    private NightRequest request() {
        return NightRequest.of(definition(), SLOT);
    }

    private Definition definition() {
        return Definitions.withData(loans.definition(List.of()), loans.folder());
    }
}
