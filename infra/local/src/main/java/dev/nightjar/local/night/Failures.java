package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.aws.FailureCause;
import dev.nightjar.core.error.ErrorTable;
import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what to say of a failed run: the record of its root, rather than of where it surfaced. */
public final class Failures {
    /**
     * A record with the key that it lies under.
     *
     * @param key in the store
     */
    public record Found(String key, FailureRecord failure) {}

    private final ObjectStore store;

    /** Failures in the store. */
    public Failures(ObjectStore store) {
        this.store = requireNonNull(store, "store is null");
    }

    /** All failures of the run, oldest first. */
    public List<Found> of(RunId run) {
        List<Found> found = new ArrayList<>();
        for (ObjectHead head : store.list(Keys.failures(run))) {
            store.find(head.key())
                    .map(object -> Json.read(object.bytes(), FailureRecord.class))
                    .ifPresent(failure -> found.add(new Found(head.key(), failure)));
        }
        found.sort(Comparator.comparing(one -> one.failure().at()));
        return found;
    }

    /** Where the run came to its end: the newest failure of a state outside of Maps. */
    public Optional<Found> end(RunId run) {
        return of(run).stream().filter(one -> one.failure().item() == null).reduce((a, b) -> b);
    }

    /** What the end comes from: the first item with the same error, when there is one. */
    public Optional<Found> root(RunId run) {
        List<Found> all = of(run);
        Optional<Found> end = end(run);
        if (end.isEmpty()) {
            return all.stream().findFirst();
        }
        String error = ErrorTable.shortName(end.get().failure().error());
        return all.stream()
                .filter(one -> one.failure().item() != null)
                .filter(one -> ErrorTable.shortName(one.failure().error()).equals(error))
                .findFirst()
                .or(() -> end);
    }

    /** The answer for a run that failed, from its records or else from its execution. */
    public FailureAnswer answer(@Nullable RunId run, ExecutionResult result) {
        String error = result.error() == null ? result.status().name() : result.error();
        return answer(run, error, result.cause());
    }

    FailureAnswer answer(@Nullable RunId run, @Nullable String error, @Nullable String cause) {
        Optional<Found> end = run == null ? Optional.empty() : end(run);
        if (run == null || end.isEmpty()) {
            return unrecorded(error == null ? "" : error, cause);
        }
        FailureRecord failure = end.get().failure();
        return new FailureAnswer(
                failure.state(),
                failure.errorClass().toString(),
                ErrorTable.shortName(failure.error()),
                failure.cause(),
                failure.component(),
                store.address(root(run).orElse(end.get()).key()));
    }

    private static FailureAnswer unrecorded(String error, @Nullable String cause) {
        return new FailureAnswer(
                null,
                ErrorTable.of(error).errorClass().toString(),
                ErrorTable.shortName(error),
                cause == null ? "" : FailureCause.sentence(cause),
                null,
                null);
    }
}
