package dev.nightjar.pipeline.file;

import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Values of the command line, {@code key.path=value}, put into the document before it is checked.
 * Items of lists are {@code gates[0]} or {@code gates.0}; a column whose name holds dots is found
 * too.
 */
final class Overrides {
    private static final Pattern INDEX = Pattern.compile("\\[([0-9]{1,6})]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,6}");

    private final Document document;
    private final Problems problems;

    Overrides(Document document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void apply(List<String> sets) {
        sets.forEach(this::apply);
    }

    private void apply(String set) {
        int equals = set.indexOf('=');
        String path = equals < 0 ? set : set.substring(0, equals).strip();
        Place place = Place.ofOverride(path);
        if (equals < 0 || path.isEmpty()) {
            refuse(place, "this is no key.path=value", "Write it like gates[0]='auc >= 0.7'");
            return;
        }
        try {
            Node value = YamlReader.value(set.substring(equals + 1));
            List<String> names = List.of(INDEX.matcher(path).replaceAll(".$1").split("\\."));
            put(document.root(), Pointer.ROOT, names, value, place);
        } catch (YamlEngineException noValue) {
            refuse(place, "its value cannot be read", "Write one value after the '=', in quotes");
        }
    }

    private void put(JsonNode parent, String pointer, List<String> names, Node value, Place place) {
        int used = longestKnown(parent, names);
        String name = String.join(".", names.subList(0, used));
        String child = Pointer.child(pointer, name);
        if (used == names.size()) {
            set(parent, name, child, value, place);
            return;
        }
        List<String> left = names.subList(used, names.size());
        descend(parent, name, child, place).ifPresent(node -> put(node, child, left, value, place));
    }

    /** How many of the names make one key that is there already, so that keys may hold dots. */
    private static int longestKnown(JsonNode parent, List<String> names) {
        OptionalInt known =
                IntStream.iterate(names.size(), count -> count > 0, count -> count - 1)
                        .filter(count -> parent.has(String.join(".", names.subList(0, count))))
                        .findFirst();
        return known.orElse(1);
    }

    private Optional<JsonNode> descend(JsonNode parent, String name, String pointer, Place place) {
        if (parent instanceof ArrayNode array && isIndex(array, name, place)) {
            return Optional.of(array.get(Integer.parseInt(name)));
        }
        if (parent instanceof ObjectNode object) {
            JsonNode child = object.get(name);
            if (child != null && child.isContainer()) {
                return Optional.of(child);
            }
            document.forget(pointer);
            document.note(pointer, place, "");
            document.noteKey(pointer, place);
            return Optional.of(object.putObject(name));
        }
        if (!parent.isArray()) {
            refuse(place, "'" + name + "' is looked for in a single value", "Shorten the path");
        }
        return Optional.empty();
    }

    private void set(JsonNode parent, String name, String pointer, Node value, Place place) {
        if (parent instanceof ArrayNode array) {
            if (isIndex(array, name, place)) {
                document.forget(pointer);
                array.set(Integer.parseInt(name), built(value, pointer, place));
            }
        } else if (parent instanceof ObjectNode object) {
            document.forget(pointer);
            document.noteKey(pointer, place);
            object.set(name, built(value, pointer, place));
        }
    }

    private JsonNode built(Node value, String pointer, Place place) {
        return new TreeBuilder(document, problems, place).build(value, pointer);
    }

    private boolean isIndex(ArrayNode array, String name, Place place) {
        Matcher digits = DIGITS.matcher(name);
        boolean index = digits.matches() && Integer.parseInt(name) < array.size();
        if (!index) {
            String count = array.size() == 1 ? "one item" : array.size() + " items";
            refuse(
                    place,
                    "the list has " + count + " and no '" + name + "'",
                    "Count from 0, or set the whole list: key=[a, b]");
        }
        return index;
    }

    private void refuse(Place place, String message, String remedy) {
        problems.errorBeside(place, Pointer.ROOT, "override", message, remedy);
    }
}
