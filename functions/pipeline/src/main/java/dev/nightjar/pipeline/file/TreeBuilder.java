package dev.nightjar.pipeline.file;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Turns YAML nodes into a document's tree, and notes where everything stands. */
final class TreeBuilder {
    private static final int DEEPEST = 20;
    private static final int MOST_VALUES = 100_000;

    private final Document document;
    private final Problems problems;
    private final @Nullable Place fixed;
    private int values;
    private boolean stopped;

    /**
     * @param fixed the place of everything, for a value of the command line; else null
     */
    TreeBuilder(Document document, Problems problems, @Nullable Place fixed) {
        this.document = document;
        this.problems = problems;
        this.fixed = fixed;
    }

    void fillRoot(MappingNode mapping) {
        fill(document.root(), mapping.getValue(), Pointer.ROOT);
    }

    /** The node's tree, which will stand at the pointer. */
    JsonNode build(Node node, String pointer) {
        values++;
        if (values > MOST_VALUES || pointer.chars().filter(c -> c == '/').count() > DEEPEST) {
            stopOnce(node, pointer);
            return JsonNodeFactory.instance.nullNode();
        }
        document.note(pointer, place(node), "");
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar, pointer);
            case SequenceNode sequence -> sequence(sequence, pointer);
            case MappingNode mapping -> mapping(mapping, pointer);
            case AnchorNode anchor -> build(anchor.getRealNode(), pointer);
            default -> throw new IllegalStateException("no kind of node: " + node.getNodeType());
        };
    }

    private JsonNode scalar(ScalarNode scalar, String pointer) {
        document.note(pointer, place(scalar), scalar.getValue());
        return Scalars.read(scalar);
    }

    private JsonNode sequence(SequenceNode sequence, String pointer) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Node item : sequence.getValue()) {
            array.add(build(item, Pointer.child(pointer, array.size())));
        }
        return array;
    }

    private JsonNode mapping(MappingNode mapping, String pointer) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fill(object, mapping.getValue(), pointer);
        return object;
    }

    private void fill(ObjectNode object, List<NodeTuple> members, String pointer) {
        for (NodeTuple member : members) {
            if (!(member.getKeyNode() instanceof ScalarNode key)) {
                problems.errorAt(
                        place(member.getKeyNode()),
                        pointer,
                        "key",
                        "a key must be a name",
                        "Put texts that begin with a brace or bracket into quotes");
                continue;
            }
            String child = Pointer.child(pointer, key.getValue());
            if (object.has(key.getValue())) {
                duplicate(key, child);
                continue;
            }
            document.noteKey(child, place(key));
            object.set(key.getValue(), build(member.getValueNode(), child));
        }
    }

    private void duplicate(ScalarNode key, String pointer) {
        boolean column = Pointer.parent(pointer).equals("/columns");
        problems.errorBeside(
                place(key),
                pointer,
                column ? "duplicate-column" : "duplicate-key",
                (column ? "column '" : "key '")
                        + key.getValue()
                        + "' stands twice, first "
                        + document.keyPlace(pointer).words(),
                "Keep one of the two");
    }

    /** Whether the tree was cut off, so that nothing can be said about it. */
    boolean stopped() {
        return stopped;
    }

    private void stopOnce(Node node, String pointer) {
        if (!stopped) {
            stopped = true;
            problems.errorAt(
                    place(node),
                    pointer,
                    "too-deep",
                    "the file nests or repeats itself without end",
                    "Remove the aliases (*name) that lead back to themselves");
        }
    }

    private Place place(Node node) {
        if (fixed != null) {
            return fixed;
        }
        return node.getStartMark()
                .map(mark -> new Place(document.file(), mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Place(document.file(), 1, 1));
    }
}
