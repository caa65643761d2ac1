package dev.nightjar.local.scheduler;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.pipeline.file.PipelineFile;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Pipelines with a schedule for scoring, made in a line. */
final class Schedules {
    private Schedules() {}

    static MachineSchedule cron(String pipeline, String cron, String zone) {
        return scoring(pipeline, "cron: \"" + cron + "\", timezone: " + zone);
    }

    static MachineSchedule paused(String pipeline, String cron, String zone) {
        return scoring(pipeline, "cron: \"" + cron + "\", timezone: " + zone + ", paused: true");
    }

    static MachineSchedule rate(String pipeline, String rate, String start) {
        return scoring(pipeline, "rate: " + rate + ", start: \"" + start + "\"");
    }

    private static MachineSchedule scoring(String pipeline, String schedule) {
        String yaml =
                """
                pipeline: %s
                columns:
                  amount:    { type: decimal }
                  defaulted: { role: label, type: boolean }
                training:
                  source: { path: "training/*.csv" }
                  candidates: [{ trainer: logistic-regression }]
                scoring:
                  source: { path: "applications/*.csv" }
                  schedule: { %s }
                """
                        .formatted(pipeline, schedule);
        return MachineSchedule.of("pipeline.yaml", definition(yaml)).getFirst();
    }

    private static Definition definition(String yaml) {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        return switch (PipelineFile.read("pipeline.yaml", bytes, List.of())) {
            case PipelineFile.Result.Checked checked -> checked.definition();
            case PipelineFile.Result.Refused refused ->
                    throw new AssertionError(refused.problems());
        };
    }
}
