package dev.nightjar.asl.corpus;

import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.asl.run.TaskHandler;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Answers tasks with the recorded outcomes, in the order of the history; the last one again. */
final class RecordedTasks implements TaskHandler {
    private final Deque<JsonNode> outcomes;
    private final JsonNode s3;

    RecordedTasks(CorpusCase recorded) {
        JsonNode fakes = recorded.json().path("fakes");
        List<JsonNode> known =
                fakes.path("taskReplay")
                        .valueStream()
                        .map(task -> task.path("outcome"))
                        .filter(JsonNode::isObject)
                        .toList();
        this.outcomes = new ArrayDeque<>(known);
        this.s3 = fakes.path("s3");
    }

    @Override
    public JsonNode handle(TaskCall call) throws TaskFailure {
        if (call.resource().equals("arn:aws:states:::s3:getObject")) {
            return content(call.arguments());
        }
        JsonNode outcome =
                Objects.requireNonNull(
                        outcomes.size() > 1 ? outcomes.poll() : outcomes.peek(), "no outcome");
        if (outcome.get("status").stringValue().equals("succeeded")) {
            return outcome.get("output");
        }
        JsonNode cause = outcome.get("cause");
        String text = cause.isString() ? cause.stringValue() : cause.toString();
        throw new TaskFailure(outcome.get("error").stringValue(), text);
    }

    private JsonNode content(JsonNode arguments) throws TaskFailure {
        JsonNode body =
                s3.path(arguments.path("Bucket").asString()).path(arguments.path("Key").asString());
        if (!body.isString()) {
            throw new TaskFailure("S3.NoSuchKeyException", "The specified key does not exist.");
        }
        return JsonMapper.shared().readTree(body.stringValue());
    }
}
