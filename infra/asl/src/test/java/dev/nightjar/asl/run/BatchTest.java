package dev.nightjar.asl.run;

import static dev.nightjar.asl.run.Workbench.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Distributed Maps over batches, and what their readers may do wrong. */
final class BatchTest {
    private final Workbench bench = new Workbench();

    private static String map(String fields) {
        return """
        "M": {"Type": "Map", "End": true, %s, "ItemProcessor": {
          "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}
        """
                .formatted(fields);
    }

    private static String reader(String configuration) {
        return map(
                """
                "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                  "Arguments": {"Bucket": "b", "Key": "k"}, "ReaderConfig": {"InputType": "JSON" %s}}
                """
                        .formatted(configuration));
    }

    @Test
    void givesAChildSeveralItems() throws Exception {
        ExecutionResult result =
                bench.run("M", map("\"ItemBatcher\": {\"MaxItemsPerBatch\": 2}"), "[1, 2, 3]");

        assertThat(result.output()).isEqualTo(json("[{'Items': [1, 2]}, {'Items': [3]}]"));
    }

    @Test
    void selectsEachItemAndAddsTheBatchInput() throws Exception {
        ExecutionResult result =
                bench.run(
                        "M",
                        map(
                                """
                                "ItemSelector": {"v": "{% $states.context.Map.Item.Value %}"},
                                "ItemBatcher": {"MaxItemsPerBatch": "{% 1 + 1 %}", "BatchInput": {"n": "{% $count($states.input) %}"}}
                                """),
                        "[1, 2]");

        assertThat(result.output())
                .isEqualTo(json("[{'BatchInput': {'n': 2}, 'Items': [{'v': 1}, {'v': 2}]}]"));
    }

    @Test
    void keepsABatchBelowItsBytes() throws Exception {
        ExecutionResult result =
                bench.run(
                        "M",
                        map("\"ItemBatcher\": {\"MaxInputBytesPerBatch\": 50}"),
                        "['aaaaaaaa', 'bbbbbbbb', 'cccccccc']");

        assertThat(result.output())
                .isEqualTo(json("[{'Items': ['aaaaaaaa', 'bbbbbbbb']}, {'Items': ['cccccccc']}]"));
    }

    @Test
    void countsTheItemsOfAFailedBatch() throws Exception {
        String machine =
                map("\"ToleratedFailureCount\": 1, \"ItemBatcher\": {\"MaxItemsPerBatch\": 2}")
                        .replace(
                                "{\"Type\": \"Pass\", \"End\": true}",
                                "{\"Type\": \"Fail\", \"Error\": \"No\"}");

        assertThat(bench.run("M", machine, "[1, 2]").error())
                .isEqualTo("States.ExceedToleratedFailureThreshold");
    }

    @Test
    void showsTheMapRunThatHadNothingToRead() throws Exception {
        Execution execution = bench.items(json("{'a': 1}")).start("M", reader(""), "{}");
        ExecutionResult result = execution.await();

        assertThat(result.error()).isEqualTo("States.ItemReaderFailed");
        assertThat(result.cause()).isEqualTo("Attempting to map over non-iterable node.");
        assertThat(Workbench.types(execution))
                .endsWith("MapRunStarted", "MapRunFailed", "MapStateFailed", "ExecutionFailed");
    }

    @Test
    void refusesToReadFewerItemsThanNone() throws Exception {
        ExecutionResult result =
                bench.items(json("[1]")).run("M", reader(", \"MaxItems\": \"{% -1 %}\""), "{}");

        assertThat(result.cause()).isEqualTo("field MaxItems must be positive");
    }

    @Test
    void readsAllItemsWhenTheMostIsZero() throws Exception {
        ExecutionResult result =
                bench.items(json("[1, 2]")).run("M", reader(", \"MaxItems\": 0"), "{}");

        assertThat(result.output()).isEqualTo(json("[1, 2]"));
    }

    @Test
    void tellsHowManyItemsItHasBeforeItStartsAMapRun() throws Exception {
        Execution execution = bench.start("M", map("\"MaxConcurrency\": 1"), "[1, 2]");
        execution.await();

        assertThat(execution.history().get(2).details()).isEqualTo(json("{'length': 2}"));
    }
}
