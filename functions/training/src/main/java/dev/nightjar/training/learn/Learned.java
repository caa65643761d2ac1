package dev.nightjar.training.learn;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.model.CompiledModel;

/**
 * What one candidate became.
 *
 * @param tribuo Tribuo's own model as protobuf: the record of the training, with its provenance and
 *     the time of training, so that its bytes differ from run to run
 * @param model what scores; the same bytes for the same rows, settings and seed
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to be stored, never compared
public record Learned(byte[] tribuo, CompiledModel model) {
    public Learned {
        requireNonNull(tribuo, "tribuo is null");
        requireNonNull(model, "model is null");
    }
}
