package dev.nightjar.core.model;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Task;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;

/**
 * All that is needed to turn rows into answers: task, labels, the fitted transform and what was
 * learned. It knows nothing of the run that made it, so that the same learning gives the same bytes
 * and digest. Immutable and safe for use by multiple threads.
 */
public final class CompiledModel {
    private final Task task;
    private final List<String> labels;
    private final Transform transform;
    private final ModelPart part;
    private final byte[] artifact;
    private final String digest;

    /**
     * A model of its parts.
     *
     * @param labels class spellings: {@code [negative, positive]} for binary, at least two for
     *     multiclass, none for regression
     * @throws IllegalArgumentException when the parts do not fit together
     */
    public CompiledModel(Task task, List<String> labels, Transform transform, ModelPart part) {
        this.task = requireNonNull(task, "task is null");
        this.labels = List.copyOf(labels);
        this.transform = requireNonNull(transform, "transform is null");
        this.part = requireNonNull(part, "part is null");
        checkLabels();
        if (part.outputs() != outputs()) {
            throw new IllegalArgumentException(
                    "a " + task + " model of " + part.outputs() + " outputs");
        }
        if (part.features() != transform.features()) {
            throw new IllegalArgumentException(
                    "the transform has "
                            + transform.features()
                            + " features, what was learned has "
                            + part.features());
        }
        this.artifact = new ArtifactWriter().write(this);
        this.digest = HexFormat.of().formatHex(sha256().digest(artifact));
    }

    /**
     * Reads an artifact and checks every bound, so that a hostile one does no harm.
     *
     * @throws dev.nightjar.core.error.BundleRefused when it is no artifact of a known version, or
     *     is damaged, saying what was expected and found
     */
    public static CompiledModel read(byte[] artifact) {
        return ArtifactReader.read(artifact);
    }

    /** The flat artifact: the same bytes for the same model. A copy. */
    public byte[] toBytes() {
        return artifact.clone();
    }

    /** Length of the artifact in bytes. */
    public int size() {
        return artifact.length;
    }

    /** SHA-256 of the artifact in lower-case hex. */
    public String digest() {
        return digest;
    }

    /** What the label asks for. */
    public Task task() {
        return task;
    }

    /** Class spellings: {@code [negative, positive]}, one a class, or none for regression. */
    public List<String> labels() {
        return labels;
    }

    /** The fitted transform. */
    public Transform transform() {
        return transform;
    }

    /** What was learned. */
    public ModelPart part() {
        return part;
    }

    /** The columns that a block must hold, with the levels to read categories with. */
    public List<Input> inputs() {
        return transform.inputs();
    }

    /** Number of scores a row: 1 for binary and regression, else one a class. */
    public int outputs() {
        return task == Task.MULTICLASS ? labels.size() : 1;
    }

    /** A scorer; each thread takes its own. */
    public Scorer scorer() {
        return new Scorer(this);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void checkLabels() {
        boolean fits =
                switch (task) {
                    case BINARY -> labels.size() == 2;
                    case MULTICLASS -> labels.size() >= 2;
                    case REGRESSION -> labels.isEmpty();
                };
        if (!fits || new HashSet<>(labels).size() != labels.size()) {
            throw new IllegalArgumentException("a " + task + " model with the labels " + labels);
        }
    }
}
