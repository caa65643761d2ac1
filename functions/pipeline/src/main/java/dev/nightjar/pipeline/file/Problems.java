package dev.nightjar.pipeline.file;

import dev.nightjar.pipeline.file.Problem.Severity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the problems of one document, and knows which values nobody objected to: later checks
 * look at those alone, so that one mistake makes one problem. Mutable.
 */
final class Problems {
    private final List<Problem> found = new ArrayList<>();
    private final Set<String> unsound = new HashSet<>();

    /** Adds an error of the value. */
    void error(Document document, String pointer, String code, String message, String remedy) {
        errorAt(document.place(pointer), pointer, code, message, remedy);
    }

    /** Adds an error of the value, shown at its key. */
    void errorOfKey(Document document, String pointer, String code, String message, String remedy) {
        errorAt(document.keyPlace(pointer), pointer, code, message, remedy);
    }

    /** Adds an error that leaves the value as it is: something beside it is wrong. */
    void errorBeside(Place place, String pointer, String code, String message, String remedy) {
        add(place, pointer, Severity.ERROR, code, message, remedy);
    }

    void errorAt(Place place, String pointer, String code, String message, String remedy) {
        unsound.add(pointer);
        add(place, pointer, Severity.ERROR, code, message, remedy);
    }

    void warning(Document document, String pointer, String code, String message, String remedy) {
        add(document.place(pointer), pointer, Severity.WARNING, code, message, remedy);
    }

    /** Whether the document has the value and nobody objected to it or to anything in it. */
    boolean sound(Document document, String pointer) {
        return document.has(pointer) && untouched(pointer);
    }

    /** Whether nobody objected to the value, its absence, or anything in it. */
    boolean untouched(String pointer) {
        return unsound.stream().noneMatch(bad -> Pointer.isWithin(bad, pointer));
    }

    boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    List<Problem> sorted() {
        return found.stream().sorted().distinct().toList();
    }

    private void add(
            Place place,
            String pointer,
            Severity severity,
            String code,
            String message,
            String remedy) {
        found.add(
                new Problem(
                        place.file(),
                        place.line(),
                        place.column(),
                        pointer,
                        severity,
                        code,
                        message,
                        remedy));
    }
}
