package dev.nightjar.cdk.result;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Task;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.glue.CfnDatabase;
import software.amazon.awscdk.services.glue.CfnDatabase.DatabaseInputProperty;
import software.amazon.awscdk.services.glue.CfnTable;
import software.amazon.awscdk.services.glue.CfnTable.ColumnProperty;
import software.amazon.awscdk.services.glue.CfnTable.SerdeInfoProperty;
import software.amazon.awscdk.services.glue.CfnTable.StorageDescriptorProperty;
import software.amazon.awscdk.services.glue.CfnTable.TableInputProperty;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * A table a pipeline over its committed results: entries in the catalogue, nothing that runs. A
 * query follows each slot's symlink.txt, so it sees a batch whole or not at all.
 */
public final class ResultTables extends Construct {
    private final Props props;

    /**
     * What the tables describe.
     *
     * @param name of the deployment; the database's, with underscores
     * @param bucket name of the store's bucket
     */
    public record Props(String name, List<Definition> pipelines, String bucket) {
        public Props {
            requireNonNull(name, "name is null");
            pipelines = List.copyOf(pipelines);
            requireNonNull(bucket, "bucket is null");
        }
    }

    /** Makes the database and its tables. */
    public ResultTables(Construct scope, String id, Props props) {
        super(scope, id);
        this.props = props;
        String database = database(props.name());
        CfnDatabase made =
                CfnDatabase.Builder.create(this, "Database")
                        .catalogId(Stack.of(this).getAccount())
                        .databaseName(database)
                        .databaseInput(
                                DatabaseInputProperty.builder()
                                        .name(database)
                                        .description("Committed results of " + props.name())
                                        .build())
                        .build();
        props.pipelines().stream()
                .filter(pipeline -> pipeline.scoring() != null)
                .forEach(pipeline -> addTable(made, pipeline));
    }

    /** The name of a deployment's database. */
    public static String database(String name) {
        return identifier(name);
    }

    /** The name of a pipeline's table. */
    public static String table(String pipeline) {
        return identifier(pipeline);
    }

    private void addTable(CfnDatabase made, Definition pipeline) {
        String results = "s3://" + props.bucket() + "/" + pipeline.pipeline() + "/results/";
        CfnTable.Builder.create(this, pipeline.pipeline())
                .catalogId(Stack.of(this).getAccount())
                .databaseName(made.getRef())
                .tableInput(
                        TableInputProperty.builder()
                                .name(table(pipeline.pipeline()))
                                .description(description(pipeline))
                                .tableType("EXTERNAL_TABLE")
                                .parameters(parameters(results))
                                .partitionKeys(List.of(column("slot", "string")))
                                .storageDescriptor(storage(pipeline, results))
                                .build())
                .build();
    }

    /**
     * Athena user guide, "Dynamic ID partitioning": a query names its slots. Their times follow no
     * fixed step over the years (schedules change, daylight saving, slots by hand), and a range of
     * all minutes would be listed one by one.
     */
    private static Map<String, String> parameters(String results) {
        return new TreeMap<>(
                Map.of(
                        "EXTERNAL", "TRUE",
                        "skip.header.line.count", "1",
                        "projection.enabled", "true",
                        "projection.slot.type", "injected",
                        "storage.location.template", results + "slot=${slot}/"));
    }

    private static StorageDescriptorProperty storage(Definition pipeline, String results) {
        SequencedMap<String, String> columns = ResultColumns.of(pipeline);
        return StorageDescriptorProperty.builder()
                .location(results)
                .inputFormat("org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat")
                .outputFormat("org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat")
                .serdeInfo(
                        SerdeInfoProperty.builder()
                                .serializationLibrary("org.apache.hadoop.hive.serde2.OpenCSVSerde")
                                .parameters(
                                        new TreeMap<>(
                                                Map.of("separatorChar", ",", "quoteChar", "\"")))
                                .build())
                .columns(
                        columns.entrySet().stream()
                                .map(each -> column(each.getKey(), each.getValue()))
                                .toList())
                .build();
    }

    private static ColumnProperty column(String name, String type) {
        return ColumnProperty.builder().name(name).type(type).build();
    }

    private static String description(Definition pipeline) {
        String scores =
                pipeline.task() == Task.MULTICLASS
                        ? " The scores of the classes stand in the files behind the prediction."
                        : "";
        return "Predictions of " + pipeline.pipeline() + ", a partition a slot." + scores;
    }

    private static String identifier(String name) {
        return name.replace('-', '_');
    }
}
