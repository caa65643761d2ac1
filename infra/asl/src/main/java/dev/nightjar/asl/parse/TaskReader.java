package dev.nightjar.asl.parse;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/** Reads Task states (specification, "Task State"). */
final class TaskReader {
    private TaskReader() {}

    static TaskState read(Common common, Fields fields) {
        fields.require("Resource");
        String resource = fields.textOrEmpty("Resource");
        if (resource.contains(":activity:")) {
            fields.notImplementedAt(
                    "Resource",
                    "Activities are not implemented: " + resource,
                    "Use a resource that ends with .waitForTaskToken.");
        }
        Template timeout = Numbers.positiveSeconds(fields, "TimeoutSeconds");
        Template heartbeat = Numbers.positiveSeconds(fields, "HeartbeatSeconds");
        heartbeatIsShorter(fields, timeout, heartbeat);
        StateReader.atMostOne(fields, "TimeoutSeconds", "TimeoutSecondsPath");
        StateReader.atMostOne(fields, "HeartbeatSeconds", "HeartbeatSecondsPath");
        Template arguments = fields.template("Arguments");
        ServiceArguments.check(fields, resource);
        return new TaskState(
                common,
                resource,
                arguments,
                credentials(fields),
                timeout,
                heartbeat,
                ErrorFields.retry(fields),
                ErrorFields.catchers(fields));
    }

    private static void heartbeatIsShorter(
            Fields fields, @Nullable Template timeout, @Nullable Template heartbeat) {
        if (timeout == null || heartbeat == null) {
            return;
        }
        JsonNode longer = timeout.source();
        JsonNode shorter = heartbeat.source();
        if (longer.canConvertToInt()
                && shorter.canConvertToInt()
                && shorter.intValue() >= longer.intValue()) {
            fields.wrongValue("HeartbeatSeconds", "smaller than TimeoutSeconds");
        }
    }

    /** "Accessing resources in other AWS accounts", developer guide. */
    private static @Nullable Template credentials(Fields fields) {
        Template credentials = fields.template("Credentials");
        if (credentials == null) {
            return null;
        }
        JsonNode source = credentials.source();
        if (source.isString() && fields.language() == QueryLanguage.JSONATA) {
            if (!source.stringValue().startsWith("{%")) {
                fields.notOfType("Credentials", "Object");
            }
        } else if (!source.isObject()) {
            fields.notOfType("Credentials", "Object");
        } else if (!source.has("RoleArn") && !source.has("RoleArn.$")) {
            fields.problem(
                    "Credentials",
                    "The field 'RoleArn' is required but was missing",
                    "Add the ARN of the role to assume.");
        }
        return credentials;
    }
}
