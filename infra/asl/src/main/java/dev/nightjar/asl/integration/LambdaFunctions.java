package dev.nightjar.asl.integration;

import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.asl.run.TaskIntegration;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Functions behind {@code lambda:invoke}, which answers {@code {ExecutedVersion, Payload,
 * StatusCode}}, and behind their own ARNs, which answer the payload ("Invoke an AWS Lambda function
 * with Step Functions", developer guide). Safe for use by many threads.
 */
final class LambdaFunctions implements TaskIntegration {
    private static final String INVOKE = "arn:aws:states:::lambda:invoke";
    private static final String TOKEN = ".waitForTaskToken";
    private static final String MARK = ":function:";

    private final Map<String, LambdaFunction> functions;

    LambdaFunctions(Map<String, LambdaFunction> functions) {
        Map<String, LambdaFunction> byName = new LinkedHashMap<>();
        functions.forEach((name, function) -> byName.put(bare(name), function));
        this.functions = Map.copyOf(byName);
    }

    /** The name alone, of an ARN, a partial ARN or a name, each with or without a qualifier. */
    private static String bare(String nameOrArn) {
        int mark = nameOrArn.lastIndexOf(MARK);
        String name = mark < 0 ? nameOrArn : nameOrArn.substring(mark + MARK.length());
        int qualifier = name.indexOf(':');
        return qualifier < 0 ? name : name.substring(0, qualifier);
    }

    @Override
    public boolean accepts(String resource) {
        return resource.equals(INVOKE)
                || resource.equals(INVOKE + TOKEN)
                || (resource.contains(":lambda:") && functions.containsKey(bare(resource)));
    }

    @Override
    public JsonNode handle(TaskCall call) throws TaskFailure, InterruptedException {
        if (!call.resource().startsWith(INVOKE)) {
            return invoke(call, call.resource(), call.arguments());
        }
        String name = call.arguments().path("FunctionName").asString("");
        JsonNode payload = invoke(call, name, payload(call.arguments().get("Payload")));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("ExecutedVersion", "$LATEST");
        answer.set("Payload", payload);
        Sdk.addMetadata(answer, call);
        answer.put("StatusCode", 200);
        return answer;
    }

    /** A text is taken for JSON when it is some, as Lambda does with its request. */
    private static JsonNode payload(@Nullable JsonNode given) {
        if (given == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!given.isString()) {
            return given;
        }
        try {
            return JsonMapper.shared().readTree(given.stringValue());
        } catch (JacksonException _) {
            return given;
        }
    }

    private JsonNode invoke(TaskCall call, String name, JsonNode payload)
            throws TaskFailure, InterruptedException {
        LambdaFunction function = functions.get(bare(name));
        if (function == null) {
            String message = "Function not found: " + name;
            throw Sdk.failure(
                    call, "Lambda", "AWSLambda", 404, "ResourceNotFoundException", message);
        }
        return run(function, payload);
    }

    /** The boundary of the function: whatever it throws is its error object. */
    private static JsonNode run(LambdaFunction function, JsonNode payload)
            throws TaskFailure, InterruptedException {
        try {
            return function.apply(payload);
        } catch (TaskFailure | InterruptedException asItIs) {
            throw asItIs;
        } catch (FunctionError error) {
            throw new TaskFailure(error.errorType(), error.causeText());
        } catch (Exception thrown) {
            String message = thrown.getMessage() == null ? "" : thrown.getMessage();
            FunctionError error = new FunctionError(thrown.getClass().getName(), message);
            throw new TaskFailure(error.errorType(), error.causeText());
        }
    }
}
