package dev.nightjar.asl.conformance;

import dev.nightjar.asl.run.EngineClock;
import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;

/** Lambda functions that a case describes by their kind. */
final class FakeFunctions {
    private static final String INVOKE = "arn:aws:states:::lambda:invoke";
    private static final String FUNCTION = ":function:";
    private static final String REQUEST = "00000000-0000-0000-0000-000000000000";

    private final JsonNode functions;
    private final EngineClock clock;

    FakeFunctions(JsonNode functions, EngineClock clock) {
        this.functions = functions;
        this.clock = clock;
    }

    /** Whether the call goes to a function that the case describes. */
    boolean has(TaskCall call) {
        return function(call) != null;
    }

    private @Nullable FakeFunction function(TaskCall call) {
        String name = name(call);
        return name == null ? null : FakeFunction.of(functions.path(name));
    }

    /** The name of the function that is called, or null for another resource. */
    private static @Nullable String name(TaskCall call) {
        if (call.resource().startsWith("arn:aws:lambda:")) {
            return plain(call.resource());
        }
        return isInvoke(call.resource())
                ? plain(call.arguments().path("FunctionName").asString(""))
                : null;
    }

    private static boolean isInvoke(String resource) {
        return resource.equals(INVOKE) || resource.equals(INVOKE + CallbackTask.TOKEN);
    }

    /** A name without ARN and qualifier. */
    private static String plain(String function) {
        int start = function.indexOf(FUNCTION);
        String name = start < 0 ? function : function.substring(start + FUNCTION.length());
        int qualifier = name.indexOf(':');
        return qualifier < 0 ? name : name.substring(0, qualifier);
    }

    JsonNode handle(TaskCall call) throws TaskFailure, InterruptedException {
        FakeFunction function = function(call);
        if (function == null) {
            throw new IllegalStateException("not a fake function: " + call.resource());
        }
        if (!isInvoke(call.resource())) {
            return function.answer(call.arguments(), clock);
        }
        JsonNode payload = call.arguments().path("Payload");
        JsonNode event =
                payload.isMissingNode() ? JsonNodeFactory.instance.objectNode() : event(payload);
        return response(function.answer(event, clock));
    }

    /** A text is sent as it is, and is JSON to the function. */
    private static JsonNode event(JsonNode payload) {
        if (!payload.isString()) {
            return payload;
        }
        try {
            return JsonMapper.shared().readTree(payload.stringValue());
        } catch (JacksonException _) {
            return payload;
        }
    }

    /** As the integration answers, with the members that AWS adds. */
    private static ObjectNode response(JsonNode payload) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.put("ExecutedVersion", "$LATEST");
        response.set("Payload", payload);
        ObjectNode http = response.putObject("SdkHttpMetadata");
        ObjectNode all = http.putObject("AllHttpHeaders");
        ObjectNode single = http.putObject("HttpHeaders");
        header(all, single, "X-Amz-Executed-Version", "$LATEST");
        header(all, single, "x-amzn-Remapped-Content-Length", "0");
        header(all, single, "Connection", "keep-alive");
        header(all, single, "x-amzn-RequestId", REQUEST);
        int length = payload.toString().getBytes(StandardCharsets.UTF_8).length;
        header(all, single, "Content-Length", Integer.toString(length));
        header(all, single, "Date", "Thu, 01 Jan 2026 00:00:00 GMT");
        header(all, single, "X-Amzn-Trace-Id", "Root=1-00000000-000000000000000000000000");
        header(all, single, "Content-Type", "application/json");
        http.put("HttpStatusCode", 200);
        response.putObject("SdkResponseMetadata").put("RequestId", REQUEST);
        return response.put("StatusCode", 200);
    }

    private static void header(ObjectNode all, ObjectNode single, String name, String value) {
        all.putArray(name).add(value);
        single.put(name, value);
    }
}
