package dev.nightjar.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.Conflict;
import dev.nightjar.core.error.ModelUnfit;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Move;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.core.store.StoredObject;
import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The pointer and its journal. A move is the replacing of {@code serving.json} by ETag; the pointer
 * carries its own journal record, and whoever reads fills the journal's missing last entry. Safe
 * for use by multiple threads and processes.
 */
public final class ServingPointer {
    private final ObjectStore store;

    /** The pointers in the store. */
    public ServingPointer(ObjectStore store) {
        this.store = requireNonNull(store, "store is null");
    }

    /** What serves, or empty when nothing was ever released. */
    public Optional<Serving> read(String pipeline) {
        Optional<StoredObject> object = store.find(Keys.serving(pipeline));
        if (object.isEmpty()) {
            return Optional.empty();
        }
        Move move = Json.read(object.get().bytes(), Move.class);
        note(pipeline, move);
        return Optional.of(new Serving(move, object.get().head().etag()));
    }

    /** All moves, oldest first. */
    public List<Move> journal(String pipeline) {
        read(pipeline);
        return store.list(Keys.journal(pipeline)).stream()
                .map(head -> store.find(head.key()))
                .flatMap(Optional::stream)
                .map(object -> Json.read(object.bytes(), Move.class))
                .toList();
    }

    /**
     * The move that the run made, whatever serves now. The pointer is looked at before the journal:
     * the newest move may not have reached the journal yet.
     */
    public Optional<Move> moveOf(RunId run) {
        Optional<Move> newest =
                read(run.pipeline()).map(Serving::move).filter(move -> run.equals(move.run()));
        if (newest.isPresent()) {
            return newest;
        }
        return journal(run.pipeline()).stream().filter(move -> run.equals(move.run())).findFirst();
    }

    /**
     * Moves the pointer if it is still the one with the ETag.
     *
     * @param expectedEtag of the pointer judged against, or null when there was none
     * @param next gives the move for the number it takes and what served before
     * @return the move, or empty when the pointer moved meanwhile
     */
    public Optional<Move> move(String pipeline, @Nullable String expectedEtag, NextMove next) {
        Optional<Serving> now = read(pipeline);
        String etag = now.map(Serving::etag).orElse(null);
        if (!java.util.Objects.equals(etag, expectedEtag)) {
            return Optional.empty();
        }
        Move last = now.map(Serving::move).orElse(null);
        Move move = next.after(last == null ? 1 : last.n() + 1, last);
        Content content = Content.of(Json.pretty(move));
        String key = Keys.serving(pipeline);
        boolean moved =
                etag == null
                        ? store.create(key, content).isPresent()
                        : store.replace(key, content, etag).isPresent();
        if (!moved) {
            return Optional.empty();
        }
        note(pipeline, move);
        return Optional.of(move);
    }

    /** Makes a move of the number that it takes. */
    @FunctionalInterface
    public interface NextMove {
        Move after(int number, @Nullable Move last);
    }

    /**
     * Moves the pointer back to a version that served before.
     *
     * @param leave the version that the caller expects to leave, so that the same command given
     *     twice does not go one further
     * @throws Conflict when another version serves
     * @throws ModelUnfit when nothing serves, or the version never served
     */
    public Move rollback(
            String pipeline, String leave, String to, String by, String why, Instant at) {
        Serving now =
                read(pipeline)
                        .orElseThrow(() -> new ModelUnfit("nothing serves " + pipeline + " yet"));
        if (!now.move().model().equals(leave)) {
            throw new Conflict(now.move().model() + " serves " + pipeline + " now, not " + leave);
        }
        Slot slot =
                journal(pipeline).stream()
                        .filter(move -> move.model().equals(to))
                        .map(Move::slot)
                        .findFirst()
                        .orElseThrow(() -> new ModelUnfit(to + " never served " + pipeline));
        return move(
                        pipeline,
                        now.etag(),
                        (number, last) -> new Move(number, to, leave, by, why, null, slot, at))
                .orElseThrow(() -> new Conflict("the pointer of " + pipeline + " moved meanwhile"));
    }

    private void note(String pipeline, Move move) {
        String key = Keys.journal(pipeline, move.n());
        if (store.head(key).isEmpty()) {
            store.create(key, Content.of(Json.pretty(move)));
        }
    }
}
