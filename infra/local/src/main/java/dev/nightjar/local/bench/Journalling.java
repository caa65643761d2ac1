package dev.nightjar.local.bench;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.journal.JournalFolder;
import dev.nightjar.asl.journal.Syncing;
import dev.nightjar.asl.run.Engine;

import java.io.IOException;

/** How an engine that is measured keeps what happens. */
enum Journalling {
    OFF(""),
    ON(".journal"),
    FSYNC_EACH(".fsync");

    private final String suffix;

    Journalling(String suffix) {
        this.suffix = requireNonNull(suffix, "suffix is null");
    }

    /** The figure's name with it. */
    String named(String benchmark) {
        return benchmark + suffix;
    }

    /** A builder of such an engine; its journals lie in a folder of their own. */
    Engine.Builder engine(Scratch scratch) throws IOException {
        Engine.Builder engine = Engine.builder();
        return switch (this) {
            case OFF -> engine;
            case ON -> engine.journals(new JournalFolder(scratch.folder("on")));
            case FSYNC_EACH ->
                    engine.journals(new JournalFolder(scratch.folder("each"), Syncing.EVERY_STEP));
        };
    }
}
