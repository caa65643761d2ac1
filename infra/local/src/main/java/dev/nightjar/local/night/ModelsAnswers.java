package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Evaluation;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.ModelVersion;
import dev.nightjar.core.night.Move;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.run.ServingPointer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which models a pipeline has. */
public final class ModelsAnswers {
    private final Platform platform;

    /** Models on the platform. */
    public ModelsAnswers(Platform platform) {
        this.platform = requireNonNull(platform, "platform is null");
    }

    /** The registry, newest slot first. */
    public ModelsAnswer of(String pipeline) {
        ServingPointer pointer = new ServingPointer(platform.store());
        List<Move> journal = pointer.journal(pipeline);
        String serving = pointer.read(pipeline).map(found -> found.move().model()).orElse(null);
        Map<String, ModelsAnswer.Model> models = new LinkedHashMap<>();
        for (RunId run : platform.records().runs(pipeline)) {
            if (run.machine() == Machine.TRAINING) {
                Optional<Evaluation> evaluation = Evaluations.last(platform.records(), run);
                evaluation.ifPresent(
                        found -> models.put(found.version(), model(run, found, journal, serving)));
            }
        }
        return new ModelsAnswer(
                pipeline,
                serving,
                new ArrayList<>(models.values()),
                journal.reversed().stream().map(ModelsAnswer.Moved::of).toList());
    }

    private static ModelsAnswer.Model model(
            RunId run, Evaluation evaluation, List<Move> journal, @Nullable String serving) {
        String version = evaluation.version();
        boolean served = journal.stream().anyMatch(move -> move.model().equals(version));
        String state;
        if (version.equals(serving)) {
            state = "serving";
        } else if (served) {
            state = "served";
        } else {
            state = evaluation.verdict().passed() ? "built" : "rejected";
        }
        return new ModelsAnswer.Model(
                version,
                ModelVersion.shown(version),
                state,
                SlotText.iso(run.slot()),
                run.toString(),
                evaluation.metrics());
    }
}
