package dev.nightjar.asl.conformance;

import dev.nightjar.asl.run.EngineClock;
import dev.nightjar.asl.run.TaskFailure;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;

/** What a function makes of its event, by its kind. */
sealed interface FakeFunction {

    /** The answer to an event. */
    JsonNode answer(JsonNode event, EngineClock clock) throws TaskFailure, InterruptedException;

    /** The function that a case describes; null for a kind that is not known. */
    static @Nullable FakeFunction of(JsonNode said) {
        return switch (said.path("kind").asString("")) {
            case "echo" -> new Echo();
            case "const" -> new Constant(first(said, "value", "output", "result", "payload"));
            case "error" -> Failing.of(said);
            case "repeat" -> Repeating.of(said);
            case "format" -> Formatting.of(said);
            case "sleep" -> Sleeping.of(said);
            default -> null;
        };
    }

    private static JsonNode first(JsonNode said, String... names) {
        return List.of(names).stream()
                .map(said::path)
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** Answers the event. */
    record Echo() implements FakeFunction {
        @Override
        public JsonNode answer(JsonNode event, EngineClock clock) {
            return event;
        }
    }

    /** Answers always the same. */
    record Constant(JsonNode value) implements FakeFunction {
        @Override
        public JsonNode answer(JsonNode event, EngineClock clock) {
            return value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value;
        }
    }

    /** Fails, with a cause as Lambda writes it. */
    record Failing(String type, String message) implements FakeFunction {
        static Failing of(JsonNode said) {
            return new Failing(
                    first(said, "errorType", "error").asString("Exception"),
                    first(said, "errorMessage", "message", "cause").asString(""));
        }

        @Override
        public JsonNode answer(JsonNode event, EngineClock clock) throws TaskFailure {
            ObjectNode cause = JsonNodeFactory.instance.objectNode();
            cause.put("errorMessage", message).put("errorType", type);
            cause.put("requestId", "00000000-0000-0000-0000-000000000000");
            cause.putArray("stackTrace");
            throw new TaskFailure(type, cause.toString());
        }
    }

    /** Answers a text many times over. */
    record Repeating(String text, int count) implements FakeFunction {
        static Repeating of(JsonNode said) {
            return new Repeating(
                    first(said, "text", "value", "char", "string").asString("a"),
                    first(said, "count", "times", "size", "length", "bytes").asInt(1));
        }

        @Override
        public JsonNode answer(JsonNode event, EngineClock clock) {
            return JsonNodeFactory.instance.stringNode(text.repeat(Math.max(0, count)));
        }
    }

    /** Answers a text with the event in it. */
    record Formatting(String template) implements FakeFunction {
        static Formatting of(JsonNode said) {
            String prefix = said.path("prefix").asString("");
            return new Formatting(
                    first(said, "template", "format", "text", "value")
                            .asString(prefix + "{event}"));
        }

        @Override
        public JsonNode answer(JsonNode event, EngineClock clock) {
            String text = event.isString() ? event.stringValue() : event.toString();
            return JsonNodeFactory.instance.stringNode(
                    template.replace("{event}", text).replace("{}", text));
        }
    }

    /** Takes its time, then answers the event. */
    record Sleeping(Duration time) implements FakeFunction {
        static Sleeping of(JsonNode said) {
            double seconds = first(said, "seconds", "duration", "delaySeconds").asDouble(0);
            return new Sleeping(Duration.ofMillis(Math.round(seconds * 1000)));
        }

        @Override
        public JsonNode answer(JsonNode event, EngineClock clock) throws InterruptedException {
            clock.sleep(time);
            return event;
        }
    }
}
