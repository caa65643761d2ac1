package dev.nightjar.asl.conformance;

import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskTokenException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A recorded task that ended by its token: the token is looked for in what the task was asked, and
 * comes back with the recorded outcome.
 */
record CallbackTask(Engine engine, RecordedTasks.Entry entry) {
    static final String TOKEN = ".waitForTaskToken";

    static boolean is(TaskCall call) {
        return call.resource().endsWith(TOKEN);
    }

    /** Submits the task; the answer is its receipt. */
    JsonNode submit(TaskCall call) {
        sendBack(call.arguments());
        return JsonNodeFactory.instance.objectNode();
    }

    private boolean sendBack(JsonNode asked) {
        if (asked.isString()) {
            return sendBack(asked.stringValue());
        }
        for (JsonNode part : asked) {
            if (sendBack(part)) {
                return true;
            }
        }
        return false;
    }

    private boolean sendBack(String text) {
        JsonNode outcome = entry.outcome();
        try {
            if (outcome.path("status").asString("").equals("succeeded")) {
                engine.sendTaskSuccess(text, outcome.path("output"));
            } else if (outcome.has("error")) {
                engine.sendTaskFailure(text, entry.error(), entry.cause());
            }
            return true;
        } catch (TaskTokenException _) {
            return false; // any other text
        }
    }
}
