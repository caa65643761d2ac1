package dev.nightjar.asl.journal;

import java.io.IOException;

/** Something that the {@link Flusher} carries to the disk. */
interface Flushed {

    /** Returns when all that was written before is on the disk. */
    void force() throws IOException;

    /** Hears that forcing in the background failed. */
    void failed(IOException problem);
}
