package dev.nightjar.local.screen;

import dev.nightjar.asl.run.ExecutionDescription;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.MapRunCounts;
import dev.nightjar.asl.run.MapRunDescription;
import dev.nightjar.aws.FailureCause;
import dev.nightjar.core.error.ErrorTable;

import tools.jackson.databind.JsonNode;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A history as people read it. */
public final class HistoryLines {
    private static final int LONGEST_DETAIL = 90;

    private HistoryLines() {}

    /** Which execution it is, and where it stands. */
    public static String heading(Terminal terminal, ExecutionDescription execution, int events) {
        String status = execution.status().name();
        StringBuilder text = new StringBuilder(execution.start().identity().id());
        text.append("   ").append(terminal.outcome(status));
        text.append("   ").append(Figures.count(events, "event"));
        if (execution.redriveCount() > 0) {
            text.append("   redriven ").append(execution.redriveCount()).append('x');
        }
        return text.toString();
    }

    /** A line for each event: id, the event that led to it, time, type, state, detail. */
    public static List<String> of(List<HistoryEvent> events) {
        Table table = new Table();
        table.add("id", "after", "time", "type", "state", "");
        for (HistoryEvent event : events) {
            String state = event.stateName();
            table.add(
                    Long.toString(event.id()),
                    Long.toString(event.previousEventId()),
                    event.timestamp().truncatedTo(ChronoUnit.MILLIS).toString(),
                    event.type().awsName(),
                    state == null ? "" : state,
                    detail(event));
        }
        return table.lines();
    }

    private static String detail(HistoryEvent event) {
        JsonNode details = event.details();
        String error = details.path("error").asString("");
        if (!error.isEmpty()) {
            String cause = details.path("cause").asString("");
            String why = cause.isEmpty() ? "" : ": " + FailureCause.sentence(cause);
            return cut(ErrorTable.shortName(error) + why);
        }
        return switch (event.type()) {
            case TASK_SCHEDULED, LAMBDA_FUNCTION_SCHEDULED -> called(details);
            case TASK_SUCCEEDED -> cut(answer(details.path("output")));
            case EXECUTION_SUCCEEDED -> cut(details.path("output").toString());
            case EXECUTION_REDRIVEN, MAP_RUN_REDRIVEN ->
                    "redrive " + details.path("redriveCount").asInt();
            case MAP_STATE_STARTED ->
                    details.path("length").asInt(0) > 0
                            ? Figures.count(details.path("length").asInt(), "item")
                            : "";
            case MAP_ITERATION_STARTED,
                    MAP_ITERATION_SUCCEEDED,
                    MAP_ITERATION_FAILED,
                    MAP_ITERATION_ABORTED ->
                    "item " + details.path("index").asInt();
            default -> "";
        };
    }

    private static String called(JsonNode details) {
        String function = details.at("/parameters/FunctionName").asString("");
        String[] parts = function.split(":", -1);
        return parts.length > 6
                ? parts[6]
                : details.path("resourceType").asString("")
                        + ":"
                        + details.path("resource").asString("");
    }

    private static String answer(JsonNode output) {
        return output.has("Payload") ? output.path("Payload").toString() : output.toString();
    }

    private static String cut(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + " ...";
    }

    /** {@code ScoreShards SUCCEEDED 40 items 38 succeeded, 2 failed}. */
    public static String of(MapRunDescription run) {
        MapRunCounts counts = run.executionCounts();
        List<String> parts = new ArrayList<>();
        add(parts, counts.pending(), "pending");
        add(parts, counts.running(), "running");
        add(parts, counts.succeeded(), "succeeded");
        add(parts, counts.failed(), "failed");
        add(parts, counts.timedOut(), "timed out");
        add(parts, counts.aborted(), "aborted");
        add(parts, counts.pendingRedrive(), "to be redriven");
        String redriven = run.redriveCount() == 0 ? "" : "   redriven " + run.redriveCount() + "x";
        return "%s   %s   %s   %s%s"
                .formatted(
                        run.mapStateName(),
                        run.status(),
                        Figures.count(counts.total(), "item"),
                        String.join(", ", parts),
                        redriven);
    }

    private static void add(List<String> parts, long number, String word) {
        if (number > 0) {
            parts.add(Figures.count(number) + " " + word);
        }
    }
}
