package dev.nightjar.scoring;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.error.Transient;
import dev.nightjar.core.night.InputObject;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectSource;
import dev.nightjar.pipeline.json.Digests;
import dev.nightjar.run.Inputs;
import dev.nightjar.tables.csv.CsvLimits;
import dev.nightjar.tables.shard.Cut;
import dev.nightjar.tables.shard.CutObject;
import dev.nightjar.tables.shard.ShardCutter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Cuts the input of a batch into shards at row borders, counting every row. */
final class InputCutter {
    private static final int ID_DIGITS = 24;

    private final RunRecord run;
    private final String modelDigest;
    private final ObjectSource data;

    InputCutter(RunRecord run, String modelDigest, ObjectSource data) {
        this.run = run;
        this.modelDigest = modelDigest;
        this.data = data;
    }

    /**
     * The cut input.
     *
     * @param rows of all inputs, or null when one of them is unknown
     */
    record Cutting(
            List<InputObject> inputs,
            List<List<String>> headers,
            List<PlannedShard> shards,
            @Nullable Long rows) {}

    Cutting cut(Inputs inputs, EarlierReceipts earlier) {
        Definition definition = run.definition();
        Scoring scoring = requireNonNull(definition.scoring(), "scoring is null");
        Format format = Inputs.format(definition, scoring.source());
        ShardCutter cutter =
                new ShardCutter(format, CsvLimits.STANDARD, scoring.shards().targetBytes());
        List<InputObject> objects = new ArrayList<>();
        List<List<String>> headers = new ArrayList<>();
        List<PlannedShard> shards = new ArrayList<>();
        Long rows = 0L;
        for (ObjectHead head : inputs.objects()) {
            boolean one = head.size() <= scoring.shards().targetBytes();
            CutObject cut =
                    !scoring.shards().count() && one ? CutObject.unread(head) : cut(cutter, head);
            Long counted = boxed(cut.rows());
            rows = rows == null || counted == null ? null : Long.valueOf(rows + counted);
            for (Cut range : cut.cuts()) {
                shards.add(shard(shards.size() + 1, objects.size(), head, range, earlier));
            }
            objects.add(
                    new InputObject(head.key(), head.etag(), head.size(), counted, cut.problem()));
            headers.add(cut.header());
        }
        return new Cutting(objects, headers, shards, rows);
    }

    private CutObject cut(ShardCutter cutter, ObjectHead head) {
        try {
            return cutter.cut(data, head);
        } catch (IOException changed) {
            throw new Transient(
                    data.address(head.key()) + " changed while it was planned", changed);
        }
    }

    private PlannedShard shard(
            int number, int input, ObjectHead head, Cut range, EarlierReceipts earlier) {
        String id =
                Digests.ofJson(
                                List.of(
                                        head.key(),
                                        head.etag(),
                                        Long.toString(range.from()),
                                        Long.toString(range.to()),
                                        modelDigest,
                                        run.definitionDigest()))
                        .substring(0, ID_DIGITS);
        return new PlannedShard(
                number,
                id,
                input,
                range.from(),
                range.to(),
                range.whole(),
                boxed(range.rows()),
                range.firstLine(),
                range.firstRecord(),
                earlier.attempt(id));
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
    }
}
