package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskHandler;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.function.Consumer;

/** The integration {@code events:putEvents}: an event is kept as a file and told to the notices. */
final class PutEvents implements TaskHandler {
    static final String RESOURCE = "arn:aws:states:::events:putEvents";

    private final KeptFiles files;
    private final Consumer<String> notices;

    PutEvents(KeptFiles files, Consumer<String> notices) {
        this.files = requireNonNull(files, "files is null");
        this.notices = requireNonNull(notices, "notices is null");
    }

    @Override
    public JsonNode handle(TaskCall call) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = answer.putArray("Entries");
        for (JsonNode entry : call.arguments().path("Entries")) {
            entries.addObject().put("EventId", files.keep(entry));
            notices.accept("event  " + entry.path("DetailType").asString("") + "  " + entry);
        }
        return answer.put("FailedEntryCount", 0);
    }
}
