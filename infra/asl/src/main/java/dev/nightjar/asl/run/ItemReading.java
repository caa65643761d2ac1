package dev.nightjar.asl.run;

import dev.nightjar.asl.ErrorName;
import dev.nightjar.asl.expression.Template;
import dev.nightjar.asl.parse.ItemReader;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Asks the handler of an ItemReader for the items ("ItemReader", developer guide). */
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

    void start() throws StateFailedException {
        Template template = reader.arguments();
        JsonNode arguments =
                template == null
                        ? Json.object()
                        : attempt.evaluate(template, "ItemReader/Arguments");
        Template most = reader.maxItems();
        long maxItems =
                most == null
                        ? Integer.MAX_VALUE
                        : attempt.whole(most, "ItemReader/ReaderConfig/MaxItems", 0);
        StateRun run = attempt.run();
        TaskCall call =
                new TaskCall(
                        reader.resource(),
                        arguments,
                        null,
                        run.execution().id(),
                        run.state().name(),
                        run.retries(),
                        null,
                        null,
                        null);
        new HandlerCall(attempt, call)
                .start(
                        answer -> attempt.guard(() -> read(answer, maxItems)),
                        failure -> attempt.fail(readerFailed(failure)));
    }

    private void read(JsonNode answer, long maxItems) throws StateFailedException {
        if (!(answer instanceof ArrayNode items)) {
            throw new StateFailedException(
                    ErrorName.ITEM_READER_FAILED, "Attempting to map over non-iterable node.");
        }
        use.items(items.size() <= maxItems || maxItems == 0 ? items : first(items, (int) maxItems));
    }

    private static ArrayNode first(ArrayNode items, int count) {
        ArrayNode few = items.arrayNode(count);
        items.valueStream().limit(count).forEach(few::add);
        return few;
    }

    private static StateFailure readerFailed(StateFailure failure) {
        String cause = failure.cause() == null ? failure.name() : failure.cause();
        return new StateFailure(ErrorName.ITEM_READER_FAILED, cause);
    }
}
