package dev.nightjar.pipeline.file;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Late;
import dev.nightjar.core.definition.Limits;
import dev.nightjar.core.definition.ReleaseMode;
import dev.nightjar.core.definition.Rerun;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.definition.Service;
import dev.nightjar.core.definition.ServiceLevel;
import dev.nightjar.core.definition.Shards;
import dev.nightjar.core.definition.Training;
import dev.nightjar.core.definition.Unfit;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/** Reads a document that nobody objected to. It checks nothing. */
final class DefinitionBuilder {
    private DefinitionBuilder() {}

    static Definition build(Document document, Facts facts) {
        spellOut(document);
        Tree tree = new Tree(new Defaults(PipelineSchema.published()).filled(document.root()));
        List<Column> columns = ColumnsBuilder.columns(tree.node().required("columns"));
        Tree exclude = tree.tableOrNull("exclude");
        JsonNode seed = tree.node().path("seed");
        return new Definition(
                Optional.ofNullable(tree.textOrNull("pipeline"))
                        .orElse(PipelineFolder.withoutEnding(document.file())),
                tree.textOrNull("owner"),
                tree.textOrNull("purpose"),
                tree.textOrNull("data"),
                columns,
                SourceBuilder.format(tree.table("format")),
                limits(tree.table("limits")),
                exclude == null ? null : exclude.text("file"),
                seed.isMissingNode() ? null : (Long) seed.longValue(),
                training(tree.tableOrNull("training"), facts, columns),
                tree.texts("gates"),
                tree.table("release").constant("mode", ReleaseMode.class),
                scoring(tree.tableOrNull("scoring")),
                service(tree.table("service")));
    }

    /** Everywhere that a cell of a table is spelled. */
    private static void spellOut(Document document) {
        for (String column : document.members(Facts.COLUMNS)) {
            for (String key : List.of("/missing", "/positive", "/negative")) {
                document.spellOut(column + key);
            }
        }
        for (String owner : List.of("", "/training/source", "/scoring/source")) {
            document.spellOut(owner + "/format/missing");
            if (document.root().at(owner + "/format/header").isArray()) {
                document.spellOut(owner + "/format/header");
            }
        }
    }

    private static Limits limits(Tree limits) {
        return new Limits(
                limits.number("badRows"),
                limits.node().required("trainingRows").longValue(),
                limits.bytes("trainingBytes"));
    }

    private static @Nullable Training training(
            @Nullable Tree training, Facts facts, List<Column> columns) {
        boolean keyed = columns.stream().anyMatch(column -> column.role() == Role.KEY);
        return training == null
                ? null
                : new TrainingBuilder(facts.task().orElseThrow(), keyed).training(training);
    }

    private static @Nullable Scoring scoring(@Nullable Tree scoring) {
        if (scoring == null) {
            return null;
        }
        Tree shards = scoring.table("shards");
        return new Scoring(
                SourceBuilder.source(scoring.table("source")),
                SourceBuilder.schedule(scoring.tableOrNull("schedule")),
                scoring.textOrNull("deadline"),
                new Shards(
                        shards.bytes("target"), shards.count("concurrency"), shards.flag("count")),
                scoring.constant("rerun", Rerun.class),
                scoring.constant("late", Late.class),
                scoring.constant("unfit", Unfit.class));
    }

    private static Service service(Tree service) {
        return new Service(
                service.constant("level", ServiceLevel.class),
                service.textOrNull("alert"),
                service.constantOrNull("train", ServiceLevel.class),
                service.constantOrNull("release", ServiceLevel.class),
                service.constantOrNull("serve", ServiceLevel.class));
    }
}
