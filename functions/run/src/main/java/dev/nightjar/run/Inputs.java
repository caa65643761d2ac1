package dev.nightjar.run;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Schedule;
import dev.nightjar.core.definition.Source;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectSource;
import dev.nightjar.pipeline.json.Digests;
import dev.nightjar.pipeline.window.KeyPattern;
import dev.nightjar.pipeline.window.Partition;
import dev.nightjar.pipeline.window.Partitions;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects that a run reads: those of its window, in key order.
 *
 * @param partitions in full, oldest first
 * @param objects in UTF-8 byte order of keys
 * @param exclusions the object that lists what is kept out by hand, or null
 */
public record Inputs(
        List<Partition> partitions, List<ObjectHead> objects, @Nullable ObjectHead exclusions) {
    private static final Comparator<ObjectHead> KEY_ORDER =
            Comparator.comparing(
                    head -> head.key().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    public Inputs {
        partitions = List.copyOf(partitions);
        objects = List.copyOf(objects);
    }

    /** The source of the machine's rows. */
    public static Source source(Definition definition, Machine machine) {
        return switch (machine) {
            case TRAINING -> {
                if (definition.training() == null) {
                    throw new DefinitionInvalid(
                            definition.pipeline() + " has no 'training:' and cannot be trained");
                }
                yield definition.training().source();
            }
            case SCORING -> {
                if (definition.scoring() == null) {
                    throw new DefinitionInvalid(
                            definition.pipeline() + " has no 'scoring:' and cannot be scored");
                }
                yield definition.scoring().source();
            }
        };
    }

    /** How the objects of the source are written. */
    public static Format format(Definition definition, Source source) {
        Format own = source.format();
        return own == null ? definition.format() : own;
    }

    /** The partitions of the machine's window at the slot. */
    public static List<Partition> partitions(Definition definition, Machine machine, Slot slot) {
        Source source = source(definition, machine);
        return Partitions.of(source, slot.time(), Partitions.zone(schedule(definition, machine)));
    }

    /** Lists the input of the machine at the slot. */
    public static Inputs list(
            Definition definition, Machine machine, Slot slot, ObjectSource data) {
        List<Partition> partitions = partitions(definition, machine, slot);
        List<ObjectHead> objects =
                partitions.stream()
                        .flatMap(partition -> matching(data, partition.pattern()))
                        .distinct()
                        .sorted(KEY_ORDER)
                        .toList();
        return new Inputs(partitions, objects, exclusions(definition, data).orElse(null));
    }

    /** Changes whenever an object of the input is added, replaced or removed. */
    public String digest() {
        List<String> facts =
                Stream.concat(
                                objects.stream(),
                                exclusions == null ? Stream.empty() : Stream.of(exclusions))
                        .flatMap(head -> Stream.of(head.key(), head.etag()))
                        .toList();
        return Digests.ofJson(facts);
    }

    /** Where the machine looked, for messages. */
    public String lookedAt() {
        return partitions.size() == 1
                ? partitions.getFirst().path()
                : partitions.getFirst().path()
                        + " to "
                        + partitions.getLast().path()
                        + " ("
                        + partitions.size()
                        + " partitions)";
    }

    private static Optional<ObjectHead> exclusions(Definition definition, ObjectSource data) {
        String key = definition.excludeFile();
        if (key == null) {
            return Optional.empty();
        }
        return Optional.of(
                data.head(key)
                        .orElseThrow(
                                () ->
                                        new DefinitionInvalid(
                                                "exclude.file names "
                                                        + data.address(key)
                                                        + ", which is not there")));
    }

    private static Stream<ObjectHead> matching(ObjectSource data, KeyPattern pattern) {
        return data.list(pattern.prefix()).stream().filter(head -> pattern.matches(head.key()));
    }

    private static @Nullable Schedule schedule(Definition definition, Machine machine) {
        return switch (machine) {
            case TRAINING ->
                    definition.training() == null ? null : definition.training().schedule();
            case SCORING -> definition.scoring() == null ? null : definition.scoring().schedule();
        };
    }
}
