package dev.nightjar.asl.run;

import dev.nightjar.asl.ErrorName;
import dev.nightjar.asl.expression.Template;
import dev.nightjar.asl.parse.ItemReader;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.util.function.Supplier;

/** Asks the handler of an ItemReader for the items ("ItemReader (Map)", developer guide). */
final class ItemReading {
    /** What is done with the items. */
    interface Use {
        void items(ArrayNode items) throws StateFailedException;
    }

    private final Attempt attempt;
    private final ItemReader reader;
    private final Use use;

    ItemReading(Attempt attempt, ItemReader reader, Use use) {
        this.attempt = attempt;
        this.reader = reader;
        this.use = use;
    }

    /** The ARN is that of a Map Run that fails because there is nothing to read. */
    void start(Supplier<String> mapRunArn) throws StateFailedException {
        Template template = reader.arguments();
        JsonNode arguments =
                template == null
                        ? Json.object()
                        : attempt.evaluate(template, "ItemReader/Arguments");
        Template most = reader.maxItems();
        long maxItems =
                most == null
                        ? 0
                        : attempt.whole(
                                most, "ItemReader/ReaderConfig/MaxItems", Integer.MIN_VALUE);
        if (maxItems < 0) {
            failed(mapRunArn.get(), "field MaxItems must be positive");
            return;
        }
        new HandlerCall(attempt, call(arguments))
                .start(
                        answer -> read(answer, (int) maxItems, mapRunArn),
                        failure -> failed(mapRunArn.get(), cause(failure)));
    }

    private TaskCall call(JsonNode arguments) {
        StateRun run = attempt.run();
        return new TaskCall(
                reader.resource(),
                arguments,
                null,
                run.execution().id(),
                run.state().name(),
                run.retries(),
                null,
                null,
                null);
    }

    /** Without MaxItems, and with 0, all of them. */
    private void read(JsonNode answer, int maxItems, Supplier<String> mapRunArn) {
        if (!(answer instanceof ArrayNode items)) {
            failed(mapRunArn.get(), "Attempting to map over non-iterable node.");
            return;
        }
        ArrayNode wanted =
                maxItems == 0 || items.size() <= maxItems ? items : first(items, maxItems);
        attempt.guard(() -> use.items(wanted));
    }

    private static ArrayNode first(ArrayNode items, int count) {
        ArrayNode few = items.arrayNode(count);
        items.valueStream().limit(count).forEach(few::add);
        return few;
    }

    private static String cause(StateFailure failure) {
        return failure.cause() == null ? failure.name() : failure.cause();
    }

    private void failed(String mapRunArn, String cause) {
        StateFailure failure = new StateFailure(ErrorName.ITEM_READER_FAILED, cause);
        attempt.run().event(EventType.MAP_RUN_STARTED, Json.object().put("mapRunArn", mapRunArn));
        attempt.run().event(EventType.MAP_RUN_FAILED, Json.failure(failure));
        attempt.fail(failure);
    }
}
