package dev.nightjar.local.bench;

import dev.nightjar.asl.run.Engine;

/** How an engine that is measured keeps what happens. */
enum Journalling {
    OFF;

    Engine.Builder engine() {
        return Engine.builder();
    }
}
