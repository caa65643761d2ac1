package dev.nightjar.asl.parse;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the optimised integrations need in their Arguments, as far as it can be seen in the document
 * ("Integrating optimized services", developer guide).
 */
final class ServiceArguments {
    private static final String INTEGRATION = "arn:aws:states:::";

    /** Required fields, then optional ones. */
    private record Parameters(List<String> required, Set<String> optional) {}

    private static final Map<String, Parameters> SERVICES =
            Map.of(
                    "lambda:invoke",
                    new Parameters(
                            List.of("FunctionName"),
                            Set.of(
                                    "Payload",
                                    "ClientContext",
                                    "InvocationType",
                                    "LogType",
                                    "Qualifier")),
                    "states:startExecution",
                    new Parameters(
                            List.of("StateMachineArn"), Set.of("Input", "Name", "TraceHeader")),
                    "events:putEvents",
                    new Parameters(List.of("Entries"), Set.of("EndpointId")),
                    "sns:publish",
                    new Parameters(
                            List.of("Message"),
                            Set.of(
                                    "MessageAttributes",
                                    "MessageDeduplicationId",
                                    "MessageGroupId",
                                    "MessageStructure",
                                    "PhoneNumber",
                                    "Subject",
                                    "TargetArn",
                                    "TopicArn")));

    private ServiceArguments() {}

    static void check(Fields fields, String resource) {
        String field = fields.language() == QueryLanguage.JSONATA ? "Arguments" : "Parameters";
        Parameters parameters = parametersOf(resource);
        JsonNode given = fields.raw(field);
        if (parameters == null || given == null || !given.isObject()) {
            return;
        }
        for (String name : parameters.required()) {
            if (!given.has(name) && !given.has(name + ".$")) {
                fields.problem(
                        field,
                        "The field '" + name + "' is required but was missing",
                        "Add " + name + ".");
            }
        }
        for (String name : given.propertyNames()) {
            String bare = name.endsWith(".$") ? name.substring(0, name.length() - 2) : name;
            if (!parameters.required().contains(bare) && !parameters.optional().contains(bare)) {
                fields.problem(
                        field,
                        "The field \"" + name + "\" is not supported by Step Functions",
                        "Take it out, or look for a slip of the pen.");
            }
        }
    }

    private static @Nullable Parameters parametersOf(String resource) {
        if (!resource.startsWith(INTEGRATION)) {
            return null;
        }
        String name = resource.substring(INTEGRATION.length());
        int pattern = name.indexOf('.');
        return SERVICES.get(pattern < 0 ? name : name.substring(0, pattern));
    }
}
