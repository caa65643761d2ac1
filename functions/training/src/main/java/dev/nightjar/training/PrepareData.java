package dev.nightjar.training;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Limits;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.Snapshot;
import dev.nightjar.core.night.StepRequest;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectSource;
import dev.nightjar.run.DataRoot;
import dev.nightjar.run.Inputs;
import dev.nightjar.run.Records;
import dev.nightjar.run.Work;

import java.io.IOException;
import java.util.Locale;

/**
 * Reads the window, repairs, quarantines and splits its rows into a snapshot. What cannot be
 * learned from is refused here, before anything is trained, with the numbers and the way out. Safe
 * for use by multiple threads.
 */
public final class PrepareData {
    private final Wiring wiring;
    private final Records records;
    private final Work work;

    public PrepareData(Wiring wiring) {
        this.wiring = requireNonNull(wiring, "wiring is null");
        this.records = new Records(wiring.store());
        this.work = new Work(records, wiring.clock());
    }

    /** How many candidates there are to train. */
    public record Response(int candidates) {}

    /** Makes the run's snapshot, or finds or takes over the one that stands. */
    public Response answer(StepRequest request) {
        RunRecord run = records.requireRun(request.run());
        Definition definition = run.definition();
        if (definition.training() == null) {
            throw new DefinitionInvalid(definition.pipeline() + " has no 'training:'");
        }
        ObjectSource data = wiring.data().apply(DataRoot.of(definition));
        Inputs inputs = Inputs.list(definition, Machine.TRAINING, run.run().slot(), data);
        work.once(
                run,
                request.task().state(),
                inputs.digest(),
                Snapshot.class,
                () -> prepare(run, inputs, data));
        return new Response(definition.training().candidates().size());
    }

    private Snapshot prepare(RunRecord run, Inputs inputs, ObjectSource data) {
        refuseUnfit(run.definition(), inputs, data);
        try {
            return new SnapshotMaker(wiring, run, inputs, data).make();
        } catch (IOException changed) {
            throw new DataUnfit(
                    "the input changed while it was read: " + changed.getMessage(), changed);
        }
    }

    private static void refuseUnfit(Definition definition, Inputs inputs, ObjectSource data) {
        if (inputs.objects().isEmpty()) {
            throw new DataUnfit("no object matches " + data.address(inputs.lookedAt()));
        }
        Limits limits = definition.limits();
        long bytes = inputs.objects().stream().mapToLong(ObjectHead::size).sum();
        if (bytes > limits.trainingBytes()) {
            throw new DataUnfit(
                    String.format(
                            Locale.ROOT,
                            "%,d bytes of input are more than one training step takes (%,d);"
                                    + " shorten training.source.window or raise"
                                    + " limits.trainingBytes",
                            bytes,
                            limits.trainingBytes()));
        }
    }
}
