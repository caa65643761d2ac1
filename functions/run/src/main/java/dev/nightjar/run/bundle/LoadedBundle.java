package dev.nightjar.run.bundle;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.model.CompiledModel;

/** A bundle that was verified, parsed and has scored its golden rows right. Immutable. */
public record LoadedBundle(
        String version, CompiledModel model, Provenance provenance, BundleDigests digests) {
    public LoadedBundle {
        requireNonNull(version, "version is null");
        requireNonNull(model, "model is null");
        requireNonNull(provenance, "provenance is null");
        requireNonNull(digests, "digests is null");
    }
}
