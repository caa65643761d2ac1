package dev.nightjar.local.deployed;

import static java.util.Objects.requireNonNull;

import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** An execution that has ended, as Step Functions tells of it. */
record EndedExecution(DescribeExecutionResponse described, List<HistoryEvent> history) {
    EndedExecution {
        requireNonNull(described, "described is null");
        history = List.copyOf(history);
    }

    String arn() {
        return described.executionArn();
    }

    ExecutionStatus status() {
        return described.status();
    }

    @Nullable String error() {
        return described.error();
    }

    /** What the machine answered, or nothing when it failed. */
    JsonNode output() {
        return Json.parse(described.output() == null ? "{}" : described.output());
    }

    /** RELEASED, COMMITTED, DUPLICATE ... */
    String outcome() {
        return output().path("outcome").asString("");
    }

    String run() {
        return output().path("run").asString("");
    }

    /** The machine's states in the order in which they were entered. */
    List<String> states() {
        return history.stream()
                .filter(event -> event.stateEnteredEventDetails() != null)
                .map(event -> event.stateEnteredEventDetails().name())
                .toList();
    }

    /** The errors of tasks, in their order. */
    List<String> taskErrors() {
        return history.stream()
                .filter(event -> event.taskFailedEventDetails() != null)
                .map(event -> event.taskFailedEventDetails().error())
                .toList();
    }
}
