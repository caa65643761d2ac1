package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Schedule;
import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.definition.Training;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.Slot;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.pipeline.schedule.Firings;
import dev.nightjar.run.Serving;
import dev.nightjar.run.ServingPointer;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** Reads how the pipelines of a store stand. */
public final class StatusAnswers {
    private final Platform platform;
    private final Runs runs;
    private final NeedsAttention attention;

    /**
     * Pipelines on the platform.
     *
     * @param store as it is typed, for the commands that help, or null
     */
    public StatusAnswers(Platform platform, @Nullable String store) {
        this.platform = requireNonNull(platform, "platform is null");
        this.runs = new Runs(platform);
        this.attention = new NeedsAttention(platform, store);
    }

    /** How all pipelines of the store stand. */
    public StatusAnswer all() {
        return of(new UnclaimedExecutions(platform).pipelines());
    }

    /** How the named pipelines stand. */
    public StatusAnswer of(List<String> pipelines) {
        return new StatusAnswer(pipelines.stream().map(this::pipeline).toList());
    }

    private StatusAnswer.Pipeline pipeline(String name) {
        List<RunId> all = platform.records().runs(name);
        Definition definition =
                all.stream()
                        .map(run -> platform.records().run(run).map(RunRecord::definition))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null);
        Optional<Serving> serving = new ServingPointer(platform.store()).read(name);
        Training training = definition == null ? null : definition.training();
        Scoring scoring = definition == null ? null : definition.scoring();
        return new StatusAnswer.Pipeline(
                name,
                definition == null ? null : definition.owner(),
                serving.map(found -> found.move().model()).orElse(null),
                serving.map(found -> found.move().at().toString()).orElse(null),
                new StatusAnswer.LastRuns(last(all, Machine.TRAINING), last(all, Machine.SCORING)),
                new StatusAnswer.NextSlots(
                        next(training == null ? null : training.schedule()),
                        next(scoring == null ? null : scoring.schedule())),
                attention.of(name, all, serving.orElse(null)));
    }

    private @Nullable RunLine last(List<RunId> all, Machine machine) {
        return all.stream()
                .filter(run -> run.machine() == machine)
                .findFirst()
                .flatMap(this::line)
                .orElse(null);
    }

    private Optional<RunLine> line(RunId run) {
        return runs.claim(run).map(claim -> runs.line(run, claim));
    }

    private @Nullable String next(@Nullable Schedule schedule) {
        if (schedule == null || schedule.paused()) {
            return null;
        }
        return Firings.of(schedule)
                .next(platform.clock().instant())
                .map(time -> SlotText.iso(Slot.of(time)))
                .orElse(null);
    }
}
