package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.OpenParser;
import com.dashjoin.jsonata.Parser.Symbol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The references of an expression that a state machine does not have: its expressions see
 * variables, but no context value ("Transforming data with JSONata", developer guide: no {@code $}
 * and no unqualified name at the top level, no {@code $$} anywhere, and {@code $states.result} and
 * {@code $states.errorOutput} only where they exist). Used by one thread.
 */
final class References {
    private static final Set<String> NAMES = Set.of("name", "wildcard", "descendant");
    private static final Set<String> OUTCOMES = Set.of("result", "errorOutput");

    private final List<Found> found = new ArrayList<>();

    private References() {}

    /** Something that is nowhere allowed, or one field of {@code $states}. */
    private record Found(int position, String name, String complaint) {}

    /** A reference in the words of AWS's diagnostic; or the field of {@code $states} it is to. */
    record Reference(String states, String message) {}

    /** All of a tree in the order of its text, each once. */
    static List<Reference> in(Symbol tree) {
        References references = new References();
        references.visit(tree, true);
        return references.found.stream()
                .sorted(Comparator.comparingInt(Found::position))
                .map(each -> new Reference(each.name(), each.complaint()))
                .distinct()
                .toList();
    }

    private void visit(Symbol node, boolean top) {
        String kind = OpenParser.kind(node);
        String text = OpenParser.text(node);
        if (kind.equals("variable") && text.equals("$")) {
            add(node, "", "Reference to '$$' is not supported.");
        } else if (top && kind.equals("variable") && text.isEmpty()) {
            addTop(node, "$");
        } else if (top && NAMES.contains(kind)) {
            addTop(node, text);
        }
        visitOutcome(OpenParser.steps(node));
        OpenParser.outer(node).forEach(child -> visit(child, top));
        OpenParser.inner(node).forEach(child -> visit(child, false));
    }

    private void visitOutcome(List<Symbol> steps) {
        if (steps.size() < 2
                || !OpenParser.kind(steps.get(0)).equals("variable")
                || !OpenParser.text(steps.get(0)).equals("states")
                || !OpenParser.kind(steps.get(1)).equals("name")) {
            return;
        }
        String field = OpenParser.text(steps.get(1));
        if (OUTCOMES.contains(field)) {
            add(steps.get(0), field, "Reference to '$states." + field + "' is not supported.");
        }
    }

    private void addTop(Symbol node, String name) {
        add(node, "", "Reference to '" + name + "' at the top level is not supported.");
    }

    private void add(Symbol node, String field, String complaint) {
        found.add(new Found(OpenParser.position(node), field, complaint));
    }
}
