package dev.nightjar.local.deployed;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.local.command.Definitions;
import dev.nightjar.local.night.NightListener;
import dev.nightjar.local.night.NightRequest;
import dev.nightjar.local.night.Nights;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.run.Records;

import java.nio.file.Path;

/** The night that was deployed, again in this process over a folder. */
record NightOnOneMachine(ObjectStore store, RunId training, RunId scoring) {
    NightOnOneMachine {
        requireNonNull(store, "store is null");
        requireNonNull(training, "training is null");
        requireNonNull(scoring, "scoring is null");
    }

    /**
     * Trains and scores.
     *
     * @param input of the deployed machine: its definition is run, over the same rows in a folder
     */
    static NightOnOneMachine of(
            String input, NightData data, Slot training, Slot scoring, Path folder)
            throws InterruptedException {
        Definition deployed = Json.read(Json.parse(input).required("definition"), Definition.class);
        Definition definition = Definitions.withData(deployed, data.root());
        try (LocalPlatform platform = LocalPlatform.at(folder).open()) {
            Nights nights = new Nights(platform);
            String trained =
                    nights.train(NightRequest.of(definition, training), NightListener.NONE).run();
            String scored =
                    nights.score(NightRequest.of(definition, scoring), NightListener.NONE).run();
            return new NightOnOneMachine(
                    platform.store(),
                    RunId.parse(requireNonNull(trained, "nothing was trained")),
                    RunId.parse(requireNonNull(scored, "nothing was scored")));
        }
    }

    Records records() {
        return new Records(store);
    }
}
