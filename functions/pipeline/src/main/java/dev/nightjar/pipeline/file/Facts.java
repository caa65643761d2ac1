package dev.nightjar.pipeline.file;

import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.definition.Task;

import java.util.List;
import java.util.Optional;

/** What is certain of a document's columns: a rule that needs an uncertain fact is silent. */
final class Facts {
    static final String COLUMNS = "/columns";

    private final Document document;
    private final Problems problems;

    Facts(Document document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    /** Pointers of the columns, in the file's order. */
    List<String> columns() {
        return document.members(COLUMNS);
    }

    /** The column's role, unless nobody can tell. */
    Optional<Role> role(String column) {
        if (!document.at(column).map(node -> node.isObject()).orElse(false)) {
            return Optional.empty();
        }
        String pointer = column + "/role";
        if (!document.has(pointer)) {
            boolean misspelt =
                    document.members(column).stream()
                            .anyMatch(
                                    key ->
                                            !problems.untouched(key)
                                                    && Suggestion.closest(
                                                                    Pointer.name(key),
                                                                    List.of("role", "type"))
                                                            .equals(Optional.of("role")));
            return misspelt ? Optional.empty() : Optional.of(Role.FEATURE);
        }
        return sound(pointer).flatMap(text -> Spelled.find(Role.class, text));
    }

    /** The column's type as written, unless nobody can tell. */
    Optional<ColumnType> type(String column) {
        return sound(column + "/type").flatMap(text -> Spelled.find(ColumnType.class, text));
    }

    List<String> withRole(Role role) {
        return columns().stream().filter(column -> role(column).equals(Optional.of(role))).toList();
    }

    /** Whether every column's role is known. */
    boolean rolesAreCertain() {
        return document.has(COLUMNS)
                && document.root().path("columns").isObject()
                && columns().stream().allMatch(column -> role(column).isPresent());
    }

    /** What the label asks for, when there is one label and its type is known. */
    Optional<Task> task() {
        List<String> labels = withRole(Role.LABEL);
        if (labels.size() != 1 || !rolesAreCertain()) {
            return Optional.empty();
        }
        return type(labels.getFirst())
                .flatMap(
                        type ->
                                switch (type) {
                                    case BOOLEAN -> Optional.of(Task.BINARY);
                                    case CATEGORY -> Optional.of(Task.MULTICLASS);
                                    case INTEGER, DECIMAL -> Optional.of(Task.REGRESSION);
                                    case DATE, TEXT -> Optional.empty();
                                });
    }

    /** The pointer of a column by name, if there is one. */
    Optional<String> column(String name) {
        String pointer = Pointer.child(COLUMNS, name);
        return document.has(pointer) ? Optional.of(pointer) : Optional.empty();
    }

    List<String> columnNames() {
        return columns().stream().map(Pointer::name).toList();
    }

    private Optional<String> sound(String pointer) {
        return problems.sound(document, pointer) ? document.text(pointer) : Optional.empty();
    }
}
