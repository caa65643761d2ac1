package dev.nightjar.local.night;

import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.store.ObjectStore;

import org.jspecify.annotations.Nullable;

/** Where the report of a run lies. */
public final class Reports {
    private Reports() {}

    /** The page's address, or null when none was written. */
    public static @Nullable String address(ObjectStore store, RunId run) {
        String key = Keys.reportHtml(run);
        return store.head(key).isPresent() ? store.address(key) : null;
    }
}
