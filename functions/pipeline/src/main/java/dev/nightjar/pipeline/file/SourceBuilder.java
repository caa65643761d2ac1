package dev.nightjar.pipeline.file;

import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Gzip;
import dev.nightjar.core.definition.Schedule;
import dev.nightjar.core.definition.Source;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Sources, formats and schedules of a checked tree. */
final class SourceBuilder {
    private SourceBuilder() {}

    static Source source(Tree source) {
        Tree format = source.tableOrNull("format");
        return new Source(
                source.text("path"),
                source.textOrNull("window"),
                source.textOrNull("include") != null,
                format == null ? null : format(format));
    }

    static Format format(Tree format) {
        return new Format(
                format.text("separator"),
                format.node().path("header").isArray() ? format.texts("header") : List.of(),
                format.count("skip"),
                format.flag("trim"),
                format.texts("missing"),
                format.text("quote"),
                format.constant("gzip", Gzip.class));
    }

    static @Nullable Schedule schedule(@Nullable Tree schedule) {
        return schedule == null
                ? null
                : new Schedule(
                        schedule.textOrNull("cron"),
                        schedule.textOrNull("rate"),
                        schedule.textOrNull("start"),
                        schedule.text("timezone"),
                        schedule.flag("paused"));
    }
}
