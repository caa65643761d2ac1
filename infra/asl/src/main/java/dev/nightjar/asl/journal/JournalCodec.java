package dev.nightjar.asl.journal;

import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.JournalRecord;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records as JSON and back. */
final class JournalCodec {
    private static final Map<String, EventType> TYPES =
            Stream.of(EventType.values())
                    .collect(Collectors.toMap(EventType::awsName, Function.identity()));

    private JournalCodec() {}

    static ObjectNode json(JournalRecord record) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (record.child() != null) {
            json.put("child", record.child());
        }
        switch (record) {
            case JournalRecord.Happened(_, String path, HistoryEvent event, String next) -> {
                path(json, path).set("event", json(event));
                if (next != null) {
                    json.put("next", next);
                }
            }
            case JournalRecord.RetryScheduled(
                            _,
                            String path,
                            int retrier,
                            Instant due,
                            long after) ->
                    path(json, path)
                            .putObject("retryScheduled")
                            .put("retrier", retrier)
                            .put("due", due.toString())
                            .put("after", after);
            case JournalRecord.WaitScheduled(_, String path, Instant due) ->
                    path(json, path).putObject("waitScheduled").put("due", due.toString());
            case JournalRecord.TimeoutScheduled(_, Instant due) ->
                    json.putObject("timeoutScheduled").put("due", due.toString());
            case JournalRecord.BranchesStarted(_, String path, JsonNode input) ->
                    path(json, path).putObject("branchesStarted").set("input", input);
            case JournalRecord.ItemsPinned pinned ->
                    path(json, pinned.path()).set("itemsPinned", json(pinned));
            case JournalRecord.ChildStarted started ->
                    json.putObject("childStarted")
                            .put("mapRunArn", started.mapRunArn())
                            .put("index", started.index())
                            .put("items", started.items())
                            .put("redrive", started.redrive());
            case JournalRecord.Resumed(_, Instant at) ->
                    json.putObject("resumed").put("at", at.toString());
        }
        return json;
    }

    private static ObjectNode path(ObjectNode json, String path) {
        return path.isEmpty() ? json : json.put("path", path);
    }

    private static ObjectNode json(HistoryEvent event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", event.id())
                .put("previousEventId", event.previousEventId())
                .put("type", event.type().awsName())
                .put("timestamp", event.timestamp().toString());
        if (event.stateName() != null) {
            json.put("stateName", event.stateName());
        }
        json.set("details", event.details());
        return json;
    }

    private static ObjectNode json(JournalRecord.ItemsPinned pinned) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("total", pinned.total());
        json.put("concurrency", pinned.concurrency());
        if (pinned.toleratedFailureCount() != null) {
            json.put("toleratedFailureCount", pinned.toleratedFailureCount());
        }
        if (pinned.toleratedFailurePercentage() != null) {
            json.put("toleratedFailurePercentage", pinned.toleratedFailurePercentage());
        }
        json.set("items", pinned.items());
        return json;
    }

    /**
     * A record.
     *
     * @throws RuntimeException when it is none that this version writes
     */
    static JournalRecord record(ObjectNode json) {
        String child = text(json, "child");
        String path = json.path("path").asString("");
        JsonNode event = json.get("event");
        if (event != null) {
            return new JournalRecord.Happened(child, path, event(event), text(json, "next"));
        }
        JsonNode retry = json.get("retryScheduled");
        if (retry != null) {
            return new JournalRecord.RetryScheduled(
                    child,
                    path,
                    retry.required("retrier").intValue(),
                    time(retry, "due"),
                    retry.required("after").longValue());
        }
        JsonNode wait = json.get("waitScheduled");
        if (wait != null) {
            return new JournalRecord.WaitScheduled(child, path, time(wait, "due"));
        }
        JsonNode timeout = json.get("timeoutScheduled");
        if (timeout != null) {
            return new JournalRecord.TimeoutScheduled(child, time(timeout, "due"));
        }
        JsonNode branches = json.get("branchesStarted");
        if (branches != null) {
            return new JournalRecord.BranchesStarted(child, path, branches.required("input"));
        }
        return laterRecord(json, child, path);
    }

    private static JournalRecord laterRecord(ObjectNode json, @Nullable String child, String path) {
        JsonNode pinned = json.get("itemsPinned");
        if (pinned != null) {
            return itemsPinned(pinned, child, path);
        }
        JsonNode started = json.get("childStarted");
        if (started != null && child != null) {
            return new JournalRecord.ChildStarted(
                    child,
                    started.required("mapRunArn").stringValue(),
                    started.required("index").intValue(),
                    started.required("items").intValue(),
                    started.required("redrive").intValue());
        }
        return new JournalRecord.Resumed(child, time(json.required("resumed"), "at"));
    }

    private static JournalRecord itemsPinned(JsonNode json, @Nullable String child, String path) {
        JsonNode count = json.get("toleratedFailureCount");
        JsonNode percentage = json.get("toleratedFailurePercentage");
        return new JournalRecord.ItemsPinned(
                child,
                path,
                (ArrayNode) json.required("items"),
                json.required("total").intValue(),
                json.required("concurrency").intValue(),
                count == null ? null : count.longValue(),
                percentage == null ? null : percentage.doubleValue());
    }

    private static HistoryEvent event(JsonNode json) {
        String name = json.required("type").stringValue();
        EventType type = TYPES.get(name);
        if (type == null) {
            throw new IllegalArgumentException("no event type " + name);
        }
        return new HistoryEvent(
                json.required("id").longValue(),
                json.required("previousEventId").longValue(),
                type,
                time(json, "timestamp"),
                text(json, "stateName"),
                (ObjectNode) json.required("details"));
    }

    private static Instant time(JsonNode json, String field) {
        return Instant.parse(json.required(field).stringValue());
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.get(field);
        return value == null ? null : value.stringValue();
    }
}
