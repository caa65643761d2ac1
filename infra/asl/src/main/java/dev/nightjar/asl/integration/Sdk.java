package dev.nightjar.asl.integration;

import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;

import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What AWS's SDK puts around every answer and error. Ids follow from the call. */
final class Sdk {
    private Sdk() {}

    /** An id that the same call gets in every run of the same execution. */
    static String id(TaskCall call, String what) {
        String seed =
                String.join(
                        "/",
                        call.executionId(),
                        call.stateName(),
                        String.valueOf(call.mapItemIndex()),
                        String.valueOf(call.retryCount()),
                        what);
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static void addMetadata(ObjectNode answer, TaskCall call) {
        String id = id(call, "request");
        ObjectNode http = answer.putObject("SdkHttpMetadata");
        http.putObject("HttpHeaders").put("x-amzn-RequestId", id);
        http.put("HttpStatusCode", 200);
        answer.putObject("SdkResponseMetadata").put("RequestId", id);
    }

    /** An error of an optimised integration. */
    static TaskFailure failure(
            TaskCall call, String prefix, String service, int status, String code, String message) {
        String name = code.endsWith("Exception") ? code : code + "Exception";
        String cause =
                "%s (Service: %s; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
                        .formatted(message, service, status, code, id(call, "request"));
        return new TaskFailure(prefix + "." + name, cause);
    }
}
