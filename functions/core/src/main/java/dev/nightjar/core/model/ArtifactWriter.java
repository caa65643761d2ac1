package dev.nightjar.core.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a model as {@link ArtifactFormat} says; used once. */
final class ArtifactWriter {
    private ByteBuffer payload = ByteBuffer.allocate(4096);

    byte[] write(CompiledModel model) {
        text(model.task().toString());
        texts(model.labels());
        transform(model.transform());
        switch (model.part()) {
            case LinearWeights weights -> linear(weights);
            case BoostedTrees trees -> trees(trees);
        }
        payload.flip();
        byte[] content = new byte[payload.remaining()];
        payload.get(content);
        return ByteBuffer.allocate(ArtifactFormat.HEADER_LENGTH + content.length)
                .put(ArtifactFormat.MAGIC)
                .putInt(ArtifactFormat.VERSION)
                .putLong(content.length)
                .put(CompiledModel.sha256().digest(content))
                .put(content)
                .array();
    }

    private void transform(Transform transform) {
        room(Integer.BYTES).putInt(transform.columns().size());
        for (ColumnTransform column : transform.columns()) {
            switch (column) {
                case NumberTransform number -> {
                    room(1).put(ArtifactFormat.NUMBER);
                    text(number.name());
                    text(number.type().toString());
                    number(number.standIn());
                    number(number.shift());
                    number(number.factor());
                }
                case CategoryTransform category -> {
                    room(1).put(ArtifactFormat.CATEGORY);
                    text(category.name());
                    texts(category.levels().texts());
                    room(Integer.BYTES).putInt(category.standIn());
                }
            }
        }
    }

    private void linear(LinearWeights weights) {
        room(1).put(ArtifactFormat.LINEAR);
        room(2 * Integer.BYTES).putInt(weights.outputs()).putInt(weights.features());
        for (int output = 0; output < weights.outputs(); output++) {
            number(weights.bias(output));
            for (int feature = 0; feature < weights.features(); feature++) {
                number(weights.weight(output, feature));
            }
        }
    }

    private void trees(BoostedTrees trees) {
        room(1).put(ArtifactFormat.TREES);
        room(2 * Integer.BYTES).putInt(trees.outputs()).putInt(trees.features());
        for (int output = 0; output < trees.outputs(); output++) {
            room(Float.BYTES).putFloat(trees.base(output));
        }
        room(Integer.BYTES).putInt(trees.trees());
        for (int tree = 0; tree < trees.trees(); tree++) {
            int start = trees.starts[tree];
            int end = trees.starts[tree + 1];
            room(2 * Integer.BYTES).putInt(trees.outputs[tree]).putInt(end - start);
            for (int node = start; node < end; node++) {
                node(trees, node, start);
            }
        }
    }

    private void node(BoostedTrees trees, int node, int start) {
        ByteBuffer out = room(4 * Integer.BYTES + 1);
        out.putInt(trees.feature[node]).putFloat(trees.value[node]);
        if (trees.feature[node] != BoostedTrees.LEAF) {
            out.putInt(trees.left[node] - start).putInt(trees.right[node] - start);
            out.put((byte) (trees.absentLeft[node] ? 1 : 0));
        }
    }

    private void number(double value) {
        room(Double.BYTES).putLong(Double.doubleToLongBits(value));
    }

    private void texts(List<String> texts) {
        room(Integer.BYTES).putInt(texts.size());
        texts.forEach(this::text);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
    }

    private ByteBuffer room(int bytes) {
        if (payload.remaining() < bytes) {
            payload.flip();
            int capacity = Math.max(payload.capacity() * 2, payload.limit() + bytes);
            payload = ByteBuffer.allocate(capacity).put(payload);
        }
        return payload;
    }
}
