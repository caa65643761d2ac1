package dev.nightjar.asl.run;

import static dev.nightjar.asl.run.Workbench.json;
import static dev.nightjar.asl.run.Workbench.types;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

final class MapTest {
    /** Every child ends well: Retry, then Catch States.ALL to a Pass with null Output. */
    private static final String SCORE_SHARDS =
            """
            "ScoreShards": {"Type": "Map", "Label": "ScoreShards", "MaxConcurrency": "{% $states.input.concurrency %}",
              "ToleratedFailurePercentage": "{% 100 %}", "Output": null, "End": true,
              "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"},
                "Arguments": {"Bucket": "here", "Key": "shards.json"}},
              "ItemSelector": {"item": "{% $states.context.Map.Item.Value %}", "index": "{% $states.context.Map.Item.Index %}"},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "ScoreShard", "States": {
                  "ScoreShard": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Output": null, "End": true,
                    "Retry": [{"ErrorEquals": ["Transient"], "MaxAttempts": 2}],
                    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "ShardFailed"}]},
                  "ShardFailed": {"Type": "Pass", "Output": null, "End": true}}}}
            """;

    private static final String DOUBLE =
            """
            "Each": {"Type": "Map", %s "End": true, "ItemProcessor": {%s "StartAt": "Work", "States": {
              "Work": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}}}
            """;

    private static final String DISTRIBUTED =
            "\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\"},";

    private final Workbench bench = new Workbench();

    @Test
    void keepsTheParentSmallForTenThousandChildren() throws Exception {
        bench.items(numbers(10_000)).task(call -> failEvery(10, call));

        Execution execution = bench.start("ScoreShards", SCORE_SHARDS, "{'concurrency': 200}");
        ExecutionResult result = execution.await();

        assertThat(result.succeeded()).isTrue();
        assertThat(result.output()).isEqualTo(JsonNodeFactory.instance.nullNode());
        assertThat(execution.history()).hasSizeLessThan(10);
        assertThat(bench.children).hasSize(10_000).allMatch(ExecutionResult::succeeded);
    }

    @Test
    void givesChildrenIdentitiesOfTheirOwn() throws Exception {
        bench.items(numbers(3));

        bench.run("ScoreShards", SCORE_SHARDS, "{'concurrency': 1}");

        assertThat(new HashSet<>(bench.calls.stream().map(TaskCall::executionId).toList()))
                .hasSize(3)
                .allMatch(
                        id ->
                                id.startsWith(
                                        "arn:aws:states:here:000000000000:execution:night/ScoreShards:"));
        assertThat(bench.calls).extracting(TaskCall::mapItemIndex).containsExactly(0, 1, 2);
        assertThat(bench.calls.get(2).arguments()).isEqualTo(json("{'item': 2, 'index': 2}"));
        assertThat(bench.childEvents).anyMatch(event -> event.endsWith(" ExecutionSucceeded"));
    }

    @Test
    void failsBeyondItsTolerance() throws Exception {
        bench.task(call -> failEvery(2, call));

        ExecutionResult within =
                bench.run(
                        "Each",
                        DOUBLE.formatted("\"ToleratedFailureCount\": 2,", DISTRIBUTED),
                        "[0, 1, 2, 3]");
        Execution beyond =
                bench.start(
                        "Each",
                        DOUBLE.formatted("\"ToleratedFailurePercentage\": 49,", DISTRIBUTED),
                        "[0, 1, 2, 3]");

        assertThat(within.output()).isEqualTo(json("[1, 3]"));
        assertThat(beyond.await().error()).isEqualTo("States.ExceedToleratedFailureThreshold");
        assertThat(types(beyond)).contains("MapRunFailed", "MapStateFailed");
    }

    @Test
    void stopsTheOtherChildrenWhenItFails() throws Exception {
        bench.taskConcurrency(10)
                .task(
                        call -> {
                            if (call.arguments().intValue() > 0) {
                                bench.clock.sleep(Duration.ofDays(1));
                            }
                            throw new TaskFailure("Broken", "first");
                        });

        ExecutionResult result =
                bench.run("Each", DOUBLE.formatted("", DISTRIBUTED), "[0, 1, 2, 3]");

        assertThat(result.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
        assertThat(bench.elapsed(result)).isZero();
    }

    @Test
    void runsNoMoreItemsAtOnceThanMaxConcurrency() throws Exception {
        for (String mode : List.of("", DISTRIBUTED)) {
            List<JsonNode> now = new ArrayList<>();
            List<Integer> atWork = new ArrayList<>();
            Workbench own = new Workbench().taskConcurrency(100);
            own.task(
                    call -> {
                        now.add(call.arguments());
                        atWork.add(now.size());
                        own.clock.sleep(Duration.ofSeconds(1));
                        now.remove(call.arguments());
                        return call.arguments();
                    });

            ExecutionResult result =
                    own.run(
                            "Each",
                            DOUBLE.formatted("\"MaxConcurrency\": 2,", mode),
                            "[1, 2, 3, 4, 5]");

            assertThat(result.output()).isEqualTo(json("[1, 2, 3, 4, 5]"));
            assertThat(atWork).allMatch(count -> count <= 2).contains(2);
            assertThat(own.elapsed(result)).isEqualTo(Duration.ofSeconds(3));
        }
    }

    @Test
    void failsInlineWithTheErrorOfItsItem() throws Exception {
        bench.task(call -> failEvery(2, call));

        Execution execution = bench.start("Each", DOUBLE.formatted("", ""), "[1, 2, 3]");

        assertThat(execution.await().error()).isEqualTo("Transient");
        assertThat(types(execution)).contains("MapIterationFailed", "MapStateFailed");
    }

    @Test
    void isRetriedAsAWhole() throws Exception {
        bench.task(
                call -> {
                    if (bench.calls.size() < 3) {
                        throw new TaskFailure("Transient", null);
                    }
                    return call.arguments();
                });

        ExecutionResult result =
                bench.run(
                        "Each",
                        DOUBLE.formatted(
                                "\"MaxConcurrency\": 1, \"Retry\": [{\"ErrorEquals\":"
                                        + " [\"States.ALL\"]}],",
                                ""),
                        "[1, 2]");

        assertThat(result.output()).isEqualTo(json("[1, 2]"));
        assertThat(bench.calls).hasSize(4);
    }

    @Test
    void saysThatItsReaderFailed() throws Exception {
        bench.items(json("{'not': 'an array'}"));

        ExecutionResult result = bench.run("ScoreShards", SCORE_SHARDS, "{'concurrency': 1}");

        assertThat(result.error()).isEqualTo("States.ItemReaderFailed");
    }

    @Test
    void seesOuterVariablesInlineAndKeepsItsOwn() throws Exception {
        ExecutionResult result =
                bench.run(
                        "Start",
                        """
                        "Start": {"Type": "Pass", "Assign": {"factor": 10, "mine": "outer"}, "Next": "Each"},
                        "Each": {"Type": "Map", "Items": [1, 2], "Next": "After", "ItemProcessor": {
                          "StartAt": "Set", "States": {
                            "Set": {"Type": "Pass", "Assign": {"own": "{% $factor * $states.input %}"}, "Next": "Get"},
                            "Get": {"Type": "Pass", "Output": "{% $own %}", "End": true}}}},
                        "After": {"Type": "Pass", "End": true,
                          "Output": "{% {'items': $states.input, 'mine': $mine, 'leaks': $exists($own)} %}"}
                        """,
                        "{}");

        assertThat(result.output())
                .isEqualTo(json("{'items': [10, 20], 'mine': 'outer', 'leaks': false}"));
    }

    private static ArrayNode numbers(int count) {
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    private static JsonNode failEvery(int n, TaskCall call) throws TaskFailure {
        JsonNode arguments = call.arguments();
        int number = arguments.isObject() ? arguments.get("item").intValue() : arguments.intValue();
        if (number % n == 0) {
            throw new TaskFailure("Transient", "shard " + number);
        }
        return arguments;
    }
}
