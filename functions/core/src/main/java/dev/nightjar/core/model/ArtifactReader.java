package dev.nightjar.core.model;

import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.error.BundleRefused;
import dev.nightjar.core.rows.Levels;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Reads what {@link ArtifactWriter} wrote and trusts nothing; used once. */
final class ArtifactReader {
    private static final int SMALLEST_TEXT = Integer.BYTES;
    private static final int SMALLEST_COLUMN = 1 + SMALLEST_TEXT;
    private static final int SMALLEST_NODE = Integer.BYTES + Float.BYTES;
    private static final int SMALLEST_TREE = 2 * Integer.BYTES;

    private final ByteBuffer payload;

    private ArtifactReader(ByteBuffer payload) {
        this.payload = payload;
    }

    static CompiledModel read(byte[] artifact) {
        ArtifactReader reader = new ArtifactReader(payload(artifact));
        CompiledModel model;
        try {
            model = reader.model();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new BundleRefused("The model artifact contradicts itself: " + e.getMessage(), e);
        }
        if (!Arrays.equals(model.toBytes(), artifact)) {
            throw new BundleRefused("The model artifact is not written in the one way allowed.");
        }
        return model;
    }

    private static ByteBuffer payload(byte[] artifact) {
        ByteBuffer all = ByteBuffer.wrap(artifact);
        if (artifact.length < ArtifactFormat.HEADER_LENGTH
                || !Arrays.equals(bytes(all, ArtifactFormat.MAGIC.length), ArtifactFormat.MAGIC)) {
            throw new BundleRefused("These bytes are no model artifact of Nightjar.");
        }
        int version = all.getInt();
        if (version != ArtifactFormat.VERSION) {
            throw new BundleRefused(
                    "The model artifact has format version "
                            + version
                            + "; this release reads version "
                            + ArtifactFormat.VERSION
                            + ".");
        }
        long length = all.getLong();
        byte[] expected = bytes(all, ArtifactFormat.DIGEST_LENGTH);
        if (length != all.remaining()) {
            throw new BundleRefused(
                    "The model artifact should hold "
                            + length
                            + " bytes after its header; it holds "
                            + all.remaining()
                            + ".");
        }
        MessageDigest digest = CompiledModel.sha256();
        digest.update(all.duplicate());
        byte[] found = digest.digest();
        if (!MessageDigest.isEqual(expected, found)) {
            throw new BundleRefused(
                    "The model artifact is damaged: expected SHA-256 "
                            + HexFormat.of().formatHex(expected)
                            + ", found "
                            + HexFormat.of().formatHex(found)
                            + ".");
        }
        return all;
    }

    private CompiledModel model() {
        Task task = constant(Task.values(), "task");
        List<String> labels = texts();
        Transform transform = transform();
        byte kind = need(1).get();
        ModelPart part =
                switch (kind) {
                    case ArtifactFormat.LINEAR -> linear();
                    case ArtifactFormat.TREES -> trees();
                    default -> throw new IllegalArgumentException("unknown part " + kind);
                };
        if (payload.hasRemaining()) {
            throw new IllegalArgumentException(payload.remaining() + " bytes are left over");
        }
        return new CompiledModel(task, labels, transform, part);
    }

    private Transform transform() {
        int count = count("columns", SMALLEST_COLUMN);
        List<ColumnTransform> columns = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte kind = need(1).get();
            String name = text();
            columns.add(
                    switch (kind) {
                        case ArtifactFormat.NUMBER -> number(name);
                        case ArtifactFormat.CATEGORY -> category(name);
                        default -> throw new IllegalArgumentException("unknown column " + kind);
                    });
        }
        return new Transform(columns);
    }

    private ColumnTransform number(String name) {
        ColumnType type = constant(ColumnType.values(), "type");
        need(3 * Double.BYTES);
        return new NumberTransform(
                name, type, payload.getDouble(), payload.getDouble(), payload.getDouble());
    }

    private ColumnTransform category(String name) {
        Levels levels = Levels.fixed(texts());
        return new CategoryTransform(name, levels, need(Integer.BYTES).getInt());
    }

    private ModelPart linear() {
        int outputs = count("outputs", Double.BYTES);
        int features = need(Integer.BYTES).getInt();
        long needed = (long) outputs * (features + 1L) * Double.BYTES;
        if (features < 0 || needed > payload.remaining()) {
            throw new IllegalArgumentException(
                    outputs + " times " + features + " weights are more than there is");
        }
        double[] biases = new double[outputs];
        double[][] weights = new double[outputs][features];
        for (int output = 0; output < outputs; output++) {
            biases[output] = payload.getDouble();
            for (int feature = 0; feature < features; feature++) {
                weights[output][feature] = payload.getDouble();
            }
        }
        return new LinearWeights(weights, biases);
    }

    private ModelPart trees() {
        int outputs = count("outputs", Float.BYTES);
        int features = need(Integer.BYTES).getInt();
        float[] bases = new float[outputs];
        for (int output = 0; output < outputs; output++) {
            bases[output] = need(Float.BYTES).getFloat();
        }
        BoostedTrees.Builder builder = BoostedTrees.builder(features, bases);
        int count = count("trees", SMALLEST_TREE);
        for (int tree = 0; tree < count; tree++) {
            builder.tree(need(Integer.BYTES).getInt());
            int nodes = count("nodes", SMALLEST_NODE);
            for (int node = 0; node < nodes; node++) {
                node(builder);
            }
        }
        return builder.build();
    }

    private void node(BoostedTrees.Builder builder) {
        need(SMALLEST_NODE);
        int feature = payload.getInt();
        float value = payload.getFloat();
        if (feature == BoostedTrees.LEAF) {
            builder.leaf(value);
        } else {
            need(2 * Integer.BYTES + 1);
            int left = payload.getInt();
            int right = payload.getInt();
            builder.split(feature, value, left, right, payload.get() == 1);
        }
    }

    private List<String> texts() {
        int count = count("texts", SMALLEST_TEXT);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    private String text() {
        int length = count("bytes of a text", 1);
        return new String(bytes(payload, length), StandardCharsets.UTF_8);
    }

    private <E extends Enum<E>> E constant(E[] values, String what) {
        String text = text();
        return Arrays.stream(values)
                .filter(value -> value.toString().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("unknown " + what + " '" + text + "'"));
    }

    /** A count of items that each take at least so many bytes: never more than can follow. */
    private int count(String what, int smallest) {
        int count = need(Integer.BYTES).getInt();
        if (count < 0 || count > payload.remaining() / smallest) {
            throw new IllegalArgumentException(
                    count + " " + what + " do not fit into " + payload.remaining() + " bytes");
        }
        return count;
    }

    private ByteBuffer need(int bytes) {
        if (payload.remaining() < bytes) {
            throw new IllegalArgumentException(
                    bytes + " more bytes are needed, " + payload.remaining() + " are left");
        }
        return payload;
    }

    private static byte[] bytes(ByteBuffer source, int length) {
        byte[] bytes = new byte[length];
        source.get(bytes);
        return bytes;
    }
}
