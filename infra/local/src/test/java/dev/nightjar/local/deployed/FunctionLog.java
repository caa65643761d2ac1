package dev.nightjar.local.deployed;

import static java.util.Objects.requireNonNull;

import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

import java.util.List;

/**
 * What a deployed function has logged. LocalStack keeps the lines under Lambda's default group, not
 * under the one that the template names.
 */
record FunctionLog(CloudWatchLogsClient client, String function) {
    FunctionLog {
        requireNonNull(client, "client is null");
        requireNonNull(function, "function is null");
    }

    /** The lines of calls that ended, one a call. */
    List<String> calls() {
        try {
            return client
                    .filterLogEventsPaginator(
                            request -> request.logGroupName("/aws/lambda/" + function))
                    .events()
                    .stream()
                    .map(FilteredLogEvent::message)
                    .filter(line -> line.contains("\"function\":\""))
                    .toList();
        } catch (ResourceNotFoundException beforeTheFirst) {
            return List.of();
        }
    }
}
