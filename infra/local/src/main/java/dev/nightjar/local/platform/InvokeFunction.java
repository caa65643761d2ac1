package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.asl.run.TaskHandler;
import dev.nightjar.pipeline.json.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The integration {@code lambda:invoke}: {@code {FunctionName, Payload}} in, the payload out. */
final class InvokeFunction implements TaskHandler {
    static final String RESOURCE = "arn:aws:states:::lambda:invoke";

    private static final Pattern ARN =
            Pattern.compile("arn:aws:lambda:here:000000000000:function:(\\w+):(\\d+)");

    private final Functions functions;

    InvokeFunction(Functions functions) {
        this.functions = requireNonNull(functions, "functions is null");
    }

    @Override
    public JsonNode handle(TaskCall call) throws TaskFailure, InterruptedException {
        JsonNode name = call.arguments().path("FunctionName");
        Matcher arn = ARN.matcher(name.asString(""));
        if (!arn.matches()) {
            throw new TaskFailure("Lambda.ResourceNotFoundException", "no function is " + name);
        }
        JsonNode payload = call.arguments().path("Payload");
        byte[] request = Json.bytes(payload.isMissingNode() ? emptyObject() : payload);
        ObjectNode answer = emptyObject();
        answer.put("ExecutedVersion", arn.group(2));
        answer.set("Payload", Json.parse(functions.call(arn.group(1), request)));
        answer.put("StatusCode", 200);
        return answer;
    }

    private static ObjectNode emptyObject() {
        return JsonNodeFactory.instance.objectNode();
    }
}
