package dev.nightjar.pipeline.file;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A file's tree, with the place of every key and value and scalars as they were written. Mutable.
 */
final class Document {
    private final String file;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final Map<String, Place> keys = new HashMap<>();
    private final Map<String, Place> values = new HashMap<>();
    private final Map<String, String> written = new HashMap<>();

    Document(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    ObjectNode root() {
        return root;
    }

    /** Notes where a value stands; scalars with their text. */
    void note(String pointer, Place place, String text) {
        values.put(pointer, place);
        written.put(pointer, text);
    }

    void noteKey(String pointer, Place place) {
        keys.put(pointer, place);
    }

    /** Forgets what stood there, because something else is put in its place. */
    void forget(String pointer) {
        values.keySet().removeIf(known -> Pointer.isWithin(known, pointer));
        keys.keySet().removeIf(known -> Pointer.isWithin(known, pointer));
        written.keySet().removeIf(known -> Pointer.isWithin(known, pointer));
    }

    Optional<JsonNode> at(String pointer) {
        JsonNode node = root.at(pointer);
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    boolean has(String pointer) {
        return at(pointer).isPresent();
    }

    /** A scalar as it was written. */
    Optional<String> text(String pointer) {
        return at(pointer).filter(JsonNode::isValueNode).map(node -> written(pointer));
    }

    String written(String pointer) {
        return written.getOrDefault(pointer, "");
    }

    /** A scalar, or the scalars of a list, as they were written. */
    List<String> texts(String pointer) {
        JsonNode node = root.at(pointer);
        if (!node.isArray()) {
            return text(pointer).stream().toList();
        }
        return IntStream.range(0, node.size())
                .mapToObj(index -> written(Pointer.child(pointer, index)))
                .toList();
    }

    /** Turns scalars that mean text into text, as they were written: {@code 007} stays so. */
    void spellOut(String pointer) {
        if (root.at(pointer) instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, written(Pointer.child(pointer, i)));
            }
        } else if (has(pointer) && root.at(Pointer.parent(pointer)) instanceof ObjectNode parent) {
            parent.put(Pointer.name(pointer), written(pointer));
        }
    }

    /** Pointers of the members of an object, in the file's order. */
    List<String> members(String pointer) {
        JsonNode node = root.at(pointer);
        if (node.isArray()) {
            return IntStream.range(0, node.size())
                    .mapToObj(index -> Pointer.child(pointer, index))
                    .toList();
        }
        return node.propertyNames().stream().map(name -> Pointer.child(pointer, name)).toList();
    }

    /** The value's place, or that of what should hold it. */
    Place place(String pointer) {
        Place place = values.get(pointer);
        if (place != null) {
            return place;
        }
        return pointer.isEmpty() ? new Place(file, 1, 1) : keyPlace(Pointer.parent(pointer));
    }

    /** The place of the value's key; of an item of a list its own. */
    Place keyPlace(String pointer) {
        Place place = keys.get(pointer);
        return place == null ? place(pointer) : place;
    }
}
