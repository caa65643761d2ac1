package dev.nightjar.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.store.FolderStore;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.pipeline.json.Digests;
import dev.nightjar.run.Records;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a store holds of the tiny pipeline.
 *
 * @param etags by key
 * @param results the models' digests, then the committed rows without the columns run and
 *     predicted_at
 */
record StoredObjects(SortedMap<String, String> etags, List<String> results) {
    private static final String MODELS = Keys.models(FaultyNight.PIPELINE);

    /** The one object that is written over. */
    private static final String POINTER = Keys.serving(FaultyNight.PIPELINE);

    static StoredObjects in(Path folder) {
        ObjectStore store = FolderStore.at(folder);
        SortedMap<String, String> etags = new TreeMap<>();
        List<String> results = new ArrayList<>();
        for (ObjectHead head : store.list(FaultyNight.PIPELINE + "/")) {
            etags.put(head.key(), head.etag());
            if (head.key().startsWith(MODELS) && head.key().endsWith("/model.bin")) {
                byte[] model = store.find(head.key()).orElseThrow().bytes();
                results.add(Digests.sha256Hex(model));
            }
        }
        for (String part :
                new Records(store)
                        .committedParts(FaultyNight.PIPELINE, Slot.parse(TinyLoans.SLOT))) {
            String rows = store.find(part).orElseThrow().text();
            results.add(rows.replaceAll("(?m)(,[^,\n]*){2}$", ""));
        }
        return new StoredObjects(etags, results);
    }

    /**
     * The keys without their random parts: work that is done twice leaves two of the same name, for
     * nothing is ever removed.
     */
    List<String> names() {
        return etags.keySet().stream()
                .map(key -> key.replaceFirst("(\\.|/snapshots/[^/]+/)[0-9a-f]{12}(?=[./])", "$1*"))
                .sorted()
                .toList();
    }

    /** Fails the test when what is there was not left as it is by what came later. */
    void assertUntouchedIn(StoredObjects later) {
        SortedMap<String, String> kept = new TreeMap<>(etags);
        kept.remove(POINTER);
        assertThat(later.etags()).containsAllEntriesOf(kept);
    }
}
