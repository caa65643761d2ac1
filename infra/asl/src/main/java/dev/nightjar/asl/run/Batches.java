package dev.nightjar.asl.run;

import dev.nightjar.asl.parse.ItemBatcher;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/**
 * Items in groups: as many as MaxItemsPerBatch and MaxInputBytesPerBatch allow, in their order
 * ("ItemBatcher (Map)", developer guide). A run gets {@code {BatchInput, Items}}; an item that
 * alone is too large is a batch of its own.
 */
record Batches(@Nullable JsonNode batchInput, List<ArrayNode> groups, int total)
        implements MapItems {
    /** The bytes of <code>{"BatchInput":,"Items":[]}</code>. */
    private static final int FRAME_BYTES = 26;

    Batches {
        groups = List.copyOf(groups);
    }

    static Batches of(Attempt attempt, MapItems items, ItemBatcher batcher)
            throws StateFailedException {
        long mostItems = limit(attempt, batcher, true);
        long mostBytes = limit(attempt, batcher, false);
        JsonNode batchInput =
                batcher.batchInput() == null
                        ? null
                        : attempt.evaluate(batcher.batchInput(), "ItemBatcher/BatchInput");
        List<ArrayNode> groups = new ArrayList<>();
        long frame = batchInput == null ? 0 : Payload.bytes(batchInput);
        long bytes = 0;
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.input(items.item(i));
            long size = Payload.bytes(item) + 1;
            boolean full =
                    groups.isEmpty()
                            || groups.getLast().size() >= mostItems
                            || bytes + size > mostBytes;
            if (full) {
                groups.add(Json.object().arrayNode());
                bytes = frame + FRAME_BYTES;
            }
            groups.getLast().add(item);
            bytes += size;
        }
        return new Batches(batchInput, groups, items.size());
    }

    /** The same batches again. */
    static Batches of(JournalRecord.ItemsPinned pinned) {
        List<ArrayNode> groups =
                pinned.items()
                        .valueStream()
                        .map(input -> (ArrayNode) input.required("Items"))
                        .toList();
        JsonNode first = pinned.items().get(0);
        JsonNode batchInput = first == null ? null : first.get("BatchInput");
        return new Batches(batchInput, groups, pinned.total());
    }

    private static long limit(Attempt attempt, ItemBatcher batcher, boolean items)
            throws StateFailedException {
        var template = items ? batcher.maxItemsPerBatch() : batcher.maxInputBytesPerBatch();
        String field = items ? "MaxItemsPerBatch" : "MaxInputBytesPerBatch";
        long most = items ? Integer.MAX_VALUE : Payload.LIMIT;
        return template == null
                ? most
                : Math.min(most, attempt.whole(template, "ItemBatcher/" + field, 1));
    }

    @Override
    public int size() {
        return groups.size();
    }

    @Override
    public int itemsOf(int index) {
        return groups.get(index).size();
    }

    @Override
    public MapItem item(int index) {
        ObjectNode input = Json.object();
        if (batchInput != null) {
            input.set("BatchInput", batchInput);
        }
        input.set("Items", groups.get(index));
        return new MapItem(index, input);
    }

    @Override
    public ArrayNode pinned() {
        ArrayNode inputs = Json.object().arrayNode(groups.size());
        for (int i = 0; i < groups.size(); i++) {
            inputs.add(item(i).value());
        }
        return inputs;
    }

    @Override
    public JsonNode input(MapItem item) {
        return item.value();
    }
}
