package dev.nightjar.training;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.ModelVersion;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.pipeline.json.Digests;
import dev.nightjar.pipeline.json.Json;

import java.util.List;
import java.util.Optional;

/**
 * A running number of a pipeline's challengers, taken by creating it.
 *
 * @param interfaceNumber counts changes of columns or label
 * @param interfaceDigest of columns and label
 */
record ModelNumber(
        int number,
        String version,
        RunId run,
        String modelDigest,
        int interfaceNumber,
        String interfaceDigest) {
    ModelNumber {
        requireNonNull(version, "version is null");
        requireNonNull(run, "run is null");
        requireNonNull(modelDigest, "modelDigest is null");
        requireNonNull(interfaceDigest, "interfaceDigest is null");
    }

    /**
     * The number that the run took for the model: the one it has, for a retry or a later round, or
     * the next free one.
     */
    static ModelNumber take(
            ObjectStore store,
            Definition definition,
            RunId run,
            RunId snapshotOf,
            String modelDigest) {
        while (true) {
            List<ObjectHead> taken = store.list(Keys.modelNumbers(definition.pipeline()));
            Optional<ModelNumber> last = last(store, taken);
            if (last.isPresent() && last.get().isOf(run, modelDigest)) {
                return last.get();
            }
            Optional<ModelNumber> own = own(store, taken, run, modelDigest);
            if (own.isPresent()) {
                return own.get();
            }
            ModelNumber next = next(last, definition, run, snapshotOf, modelDigest);
            String key = Keys.modelNumber(definition.pipeline(), next.number());
            if (store.create(key, Content.of(Json.pretty(next))).isPresent()) {
                return next;
            }
        }
    }

    private boolean isOf(RunId other, String digest) {
        return run.equals(other) && modelDigest.equals(digest);
    }

    private static Optional<ModelNumber> own(
            ObjectStore store, List<ObjectHead> taken, RunId run, String modelDigest) {
        return taken.stream()
                .map(head -> read(store, head))
                .flatMap(Optional::stream)
                .filter(number -> number.isOf(run, modelDigest))
                .findFirst();
    }

    private static Optional<ModelNumber> last(ObjectStore store, List<ObjectHead> taken) {
        return taken.isEmpty() ? Optional.empty() : read(store, taken.getLast());
    }

    private static Optional<ModelNumber> read(ObjectStore store, ObjectHead head) {
        return store.find(head.key()).map(object -> Json.read(object.bytes(), ModelNumber.class));
    }

    private static ModelNumber next(
            Optional<ModelNumber> last,
            Definition definition,
            RunId run,
            RunId snapshotOf,
            String modelDigest) {
        String digest = interfaceDigest(definition);
        int number = last.map(ModelNumber::number).orElse(0) + 1;
        int interfaceNumber =
                last.map(
                                before ->
                                        before.interfaceDigest().equals(digest)
                                                ? before.interfaceNumber()
                                                : before.interfaceNumber() + 1)
                        .orElse(0);
        ModelVersion version = ModelVersion.of(interfaceNumber, number, snapshotOf);
        return new ModelNumber(
                number, version.toString(), run, modelDigest, interfaceNumber, digest);
    }

    private static String interfaceDigest(Definition definition) {
        List<String> facts =
                definition.columns().stream()
                        .filter(
                                column ->
                                        column.role() == Role.FEATURE
                                                || column.role() == Role.LABEL)
                        .map(ModelNumber::fact)
                        .sorted()
                        .toList();
        return Digests.ofJson(facts);
    }

    private static String fact(Column column) {
        return column.role() + " " + column.type() + " " + column.name();
    }
}
