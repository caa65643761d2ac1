package dev.nightjar.training;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.SplitBy;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.definition.Training;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.night.InputObject;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.Snapshot;
import dev.nightjar.core.night.StoredPart;
import dev.nightjar.core.night.TrainingRows;
import dev.nightjar.core.rows.NumberColumn;
import dev.nightjar.core.rows.RowBlock;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectSource;
import dev.nightjar.pipeline.json.Digests;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.run.InputPartitions;
import dev.nightjar.run.Inputs;
import dev.nightjar.run.StoredParts;
import dev.nightjar.tables.Exclusions;
import dev.nightjar.tables.HoldoutSplit;
import dev.nightjar.tables.Part;
import dev.nightjar.tables.QuarantineSink;
import dev.nightjar.tables.ReadSettings;
import dev.nightjar.tables.RowCounts;
import dev.nightjar.tables.RowSink;
import dev.nightjar.tables.TableInput;
import dev.nightjar.tables.TableReader;
import dev.nightjar.tables.TimeThreshold;
import dev.nightjar.tables.profile.TableProfile;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes one snapshot: a pass over the rows, or two when the newest rows are held out. */
final class SnapshotMaker {
    private final Wiring wiring;
    private final RunRecord run;
    private final Definition definition;
    private final Training training;
    private final Inputs inputs;
    private final InputPartitions partitions;
    private final ObjectSource data;
    private final String prefix;
    private final String nonce;
    private final TableProfile profile;
    private byte @Nullable [] excluded;
    private double positives;
    private @Nullable String partition;

    SnapshotMaker(Wiring wiring, RunRecord run, Inputs inputs, ObjectSource data) {
        this.wiring = wiring;
        this.run = run;
        this.definition = run.definition();
        this.training = requireNonNull(definition.training(), "training is null");
        this.inputs = inputs;
        this.partitions = new InputPartitions(inputs);
        this.data = data;
        this.nonce = wiring.ids().nonce();
        this.prefix = Keys.snapshot(run.run(), nonce);
        this.profile = new TableProfile();
    }

    Snapshot make() throws IOException {
        excluded = exclusionList();
        HoldoutSplit split = split();
        try (SnapshotWriter writer = new SnapshotWriter()) {
            List<InputObject> objects = new ArrayList<>();
            TableReader reader = reader(block -> keep(block, split, writer), writer);
            writer.start(reader.names());
            readAll(reader, objects);
            TrainingTime.refuseTooLong(
                    definition, training.candidates(), writer.rows(Part.TRAINING));
            return store(writer, reader.counts(), objects);
        }
    }

    private HoldoutSplit split() throws IOException {
        if (training.split().by() != SplitBy.TIME) {
            return HoldoutSplit.of(definition);
        }
        TimeThreshold threshold = new TimeThreshold();
        String time = requireNonNull(training.split().time(), "split.time is null");
        RowSink sink =
                time.equals("{date}")
                        ? block ->
                                threshold.add(
                                        requireNonNull(partition, "no partition"), block.rows())
                        : block -> threshold.add(block, time);
        readAll(reader(sink, row -> {}), new ArrayList<>());
        return HoldoutSplit.byTime(
                definition,
                threshold.cut(training.split().holdout(), training.split().validation()));
    }

    private TableReader reader(RowSink rows, QuarantineSink quarantine) throws IOException {
        return new TableReader(
                ReadSettings.training(definition.columns()).withExclusions(exclusions()),
                rows,
                quarantine);
    }

    /** The list of what is kept out by hand, or null. */
    private byte @Nullable [] exclusionList() throws IOException {
        ObjectHead list = inputs.exclusions();
        if (list == null) {
            return null;
        }
        try (InputStream in = data.open(list)) {
            return in.readAllBytes();
        }
    }

    private Exclusions exclusions() throws IOException {
        return excluded == null
                ? Exclusions.NONE
                : Exclusions.read(
                        new ByteArrayInputStream(excluded),
                        String.valueOf(definition.excludeFile()));
    }

    private void readAll(TableReader reader, List<InputObject> objects) throws IOException {
        for (ObjectHead head : inputs.objects()) {
            partition = partitions.of(head.key());
            try (InputStream in = data.open(head)) {
                RowCounts counts =
                        reader.read(
                                TableInput.whole(
                                                head.key(),
                                                Inputs.format(definition, training.source()),
                                                in)
                                        .in(partition));
                objects.add(
                        new InputObject(head.key(), head.etag(), head.size(), counts.read(), null));
            }
            refuseTooMany(reader.counts());
        }
    }

    private void keep(RowBlock block, HoldoutSplit split, SnapshotWriter writer) {
        for (int row = 0; row < block.rows(); row++) {
            writer.write(split.part(block, row, partition), block, row);
        }
        profile.add(block);
        if (definition.task() == Task.BINARY
                && block.column(block.index(definition.label().name()))
                        instanceof NumberColumn label) {
            for (int row = 0; row < block.rows(); row++) {
                positives += label.values()[row];
            }
        }
    }

    private Snapshot store(SnapshotWriter writer, RowCounts counts, List<InputObject> objects)
            throws IOException {
        StoredPart quarantine = writer.storeQuarantine(wiring.store(), prefix + "quarantine.csv");
        refuseBad(counts, quarantine);
        StoredPart trained = store(writer, Part.TRAINING, "training.csv.gz");
        StoredPart held = store(writer, Part.HOLDOUT, "holdout.csv.gz");
        StoredPart chosen =
                training.split().validation() > 0
                        ? store(writer, Part.VALIDATION, "validation.csv.gz")
                        : null;
        TrainingRows rows =
                new TrainingRows(
                        counts.read(),
                        counts.repaired(),
                        counts.quarantined(),
                        counts.excluded(),
                        writer.rows(Part.TRAINING),
                        writer.rows(Part.VALIDATION),
                        writer.rows(Part.HOLDOUT));
        SortedMap<String, Long> byRule = new TreeMap<>();
        counts.byRule().forEach((rule, number) -> byRule.put(rule.toString(), number));
        return new Snapshot(
                run.run(),
                nonce,
                objects,
                inputs.digest(),
                excluded == null ? null : Digests.sha256Hex(excluded),
                trained,
                chosen,
                held,
                quarantine,
                storeProfile(),
                rows,
                byRule,
                definition.task() == Task.BINARY ? positives / counts.accepted() : null,
                Digests.ofJson(
                        List.of(
                                trained.sha256(),
                                chosen == null ? "" : chosen.sha256(),
                                held.sha256())));
    }

    private StoredPart store(SnapshotWriter writer, Part part, String name) throws IOException {
        return writer.store(part, wiring.store(), prefix + name);
    }

    private StoredPart storeProfile() {
        byte[] bytes = Json.pretty(profile.columns()).getBytes(StandardCharsets.UTF_8);
        return StoredParts.put(wiring.store(), prefix + "profile.json", bytes);
    }

    private void refuseTooMany(RowCounts counts) {
        long most = definition.limits().trainingRows();
        if (counts.read() > most) {
            throw new DataUnfit(
                    String.format(
                            Locale.ROOT,
                            "more than %,d rows, which is what one training step takes; shorten"
                                    + " training.source.window or raise limits.trainingRows",
                            most));
        }
    }

    private void refuseBad(RowCounts counts, StoredPart quarantine) {
        String where = wiring.store().address(quarantine.key());
        if (counts.badShare() > definition.limits().badRows()) {
            throw new DataUnfit(
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d rows were quarantined (%.1f %%), the limit is %.1f %%"
                                    + " (limits.badRows); most often %s; see %s",
                            counts.quarantined(),
                            counts.read() - counts.excluded(),
                            counts.badShare() * 100,
                            definition.limits().badRows() * 100,
                            mostOften(counts),
                            where));
        }
        if (counts.accepted() == 0) {
            throw new DataUnfit(
                    "no row is left to learn from: "
                            + counts.read()
                            + " read, "
                            + counts.quarantined()
                            + " quarantined, "
                            + counts.excluded()
                            + " excluded; see "
                            + where);
        }
    }

    private static String mostOften(RowCounts counts) {
        return counts.byRule().entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .orElse("none");
    }
}
